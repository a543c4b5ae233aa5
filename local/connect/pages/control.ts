import { page } from './html.ts';

/** The control page: rings agents, hangs up, spoils the path. Its script is browser/control.ts. */
export function controlPage(): string {
  return page(
    'Control · simulated Amazon Connect',
    `<body class="control">
<header><h1>Simulated Amazon Connect</h1><p class="quiet">Ring an agent whose softphone page is open, then spoil the way of the audio.</p></header>
<main>
<section><h2>Agents</h2><div id="agents"><p class="quiet">Loading…</p></div></section>
<section><h2>Calls</h2><div id="queue"></div><div id="calls"></div></section>
<p id="problem" role="alert"></p>
</main>
<script src="/scripts/control.js"></script>
</body>`,
  );
}
