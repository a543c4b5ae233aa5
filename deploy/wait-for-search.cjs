/** What calls functions without anybody asking. */
const callers = ['AWS::Events::Rule', 'AWS::Lambda::EventSourceMapping', 'AWS::Logs::SubscriptionFilter'];

/**
 * Has nothing call a function before the search service is set up. A stream that is read from its beginning has records at
 * once, and a write that finds neither index nor template makes an index whose fields are guessed: by a guessed one nobody
 * can be limited, the setup fails on it, and that is every later deployment.
 */
function waitForSearch({ Resources }) {
  for (const resource of Object.values(Resources).filter(({ Type }) => callers.includes(Type)))
    resource.DependsOn = [...[resource.DependsOn ?? []].flat(), 'SearchSetup'];
}

module.exports = { waitForSearch };
