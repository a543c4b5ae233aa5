import type { Agent } from '../../organisation.ts';
import { escapeHtml, page } from './html.ts';

/** The sign-in: any name will do, the known ones are offered. */
export function signInPage(agents: readonly Agent[]): string {
  const options = agents.map(
    ({ username, name }) => `<option value="${username}">${escapeHtml(name)}</option>`,
  );
  return page(
    'Sign in · simulated Amazon Connect',
    `<body class="card">
<main>
<h1>Sign in</h1>
<p class="quiet">Simulated Amazon Connect. Any user name is let in; there are no passwords.</p>
<form method="post" action="/login">
<label class="field">User name <input name="username" list="agents" required autofocus autocomplete="username"></label>
<datalist id="agents">${options.join('')}</datalist>
<button class="primary">Sign in</button>
</form>
</main>
</body>`,
  );
}

/** After the sign-in: a popup closes itself, a page of its own goes on to the CCP. */
export function signedInPage(): string {
  return page(
    'Signed in',
    `<body class="card"><main><h1>Signed in</h1><p>You can close this window. <a href="/ccp-v2">Open the CCP here</a></p></main>
<script>if (opener || name) close(); else location.replace('/ccp-v2');</script></body>`,
  );
}
