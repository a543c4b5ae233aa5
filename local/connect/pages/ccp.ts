import { page, scriptJson } from './html.ts';

/** The CCP page for one signed-in agent. `settings` is what browser/ccp/settings.ts reads. */
export function ccpPage(settings: Readonly<Record<string, string>>): string {
  return page(
    'Contact Control Panel',
    `<body class="ccp">
<audio id="remote-audio" autoplay></audio>
<main id="softphone"><p class="quiet">Connecting…</p></main>
<script type="application/json" id="settings">${scriptJson(settings)}</script>
<script src="/scripts/connect-streams.js"></script>
<script src="/scripts/ccp.js"></script>
</body>`,
  );
}
