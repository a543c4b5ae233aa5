import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One real OpenSearch node, on loopback, for development and tests.
 *
 * <p>Arguments: HTTP port, data folder, log4j2.properties. It prints "ready" when requests are
 * answered and ends when its standard input does, so that it never outlives the process that started it. With
 * -Dtrial=true it ends as soon as it is ready.
 *
 * <p>The runner's command line is not used: it hides the reason of a failed start, listens one port above the
 * one asked for and leaves out the ingest role.
 */
public final class SearchNode {
    private SearchNode() {}

    public static void main(final String[] arguments) {
        final PrintStream output = System.out; // OpenSearch sends System.out to its log.
        final boolean isTrial = Boolean.getBoolean("trial");
        if (!isTrial) {
            final InputStream input = System.in;
            new Thread(() -> endWithInput(input), "end-with-input").start();
        }
        try {
            start(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
        } catch (final IOException | RuntimeException error) {
            error.printStackTrace();
            System.exit(1);
        }
        output.println("ready");
        if (isTrial) {
            System.exit(0);
        }
    }

    private static void start(final String port, final Path data, final Path logging) throws IOException {
        useLogging(data, logging);
        final OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        runner.onBuild((number, settings) -> {
            settings.put("http.port", port);
            settings.put("transport.port", "0");
            settings.put("network.host", "127.0.0.1");
            settings.putList("node.roles", "cluster_manager", "data", "ingest");
            // A developer's disk is often nearly full; a read-only index would look like a fault of the product.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
            .basePath(data.toString())
            .clusterName("softphone-quality-local")
            .numOfNode(1)
            .useLogger()
            .build());
        runner.ensureYellow();
    }

    /** Also while the node starts: whoever started this may be gone by then. */
    private static void endWithInput(final InputStream input) {
        try {
            while (input.read() != -1) {
                // Whatever is written here means nothing; only the end does.
            }
        } catch (final IOException error) {
            System.err.println("The input cannot be read: " + error);
        }
        System.exit(0);
    }

    private static void useLogging(final Path data, final Path properties) throws IOException {
        final Path config = Files.createDirectories(data.resolve("node_1").resolve("config"));
        Files.copy(properties, config.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void close(final OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (final IOException | RuntimeException error) {
            System.err.println("The search node did not close cleanly: " + error);
        }
    }
}
