import '../no-eval.ts';
import '@cloudscape-design/global-styles/index.css';
import './styles/base.css';
import './styles/page-header.css';
import './styles/page-nav.css';
import './styles/page.css';
import './styles/ratings.css';
import './styles/verdict.css';
import './styles/key-figures.css';
import './styles/charts.css';
import './styles/bars.css';
import './styles/tables.css';
import './styles/scroll.css';
import './styles/panels.css';
import './styles/views.css';
import './styles/call.css';
import './styles/contact.css';
import './styles/health.css';
import './styles/alerts.css';
import './styles/narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadSettings } from './settings.ts';
import { configureSignIn } from './sign-in/configure.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element "root"');
const root = createRoot(place);

try {
  const settings = await loadSettings();
  configureSignIn(settings);
  root.render(
    <StrictMode>
      <App settings={settings} />
    </StrictMode>,
  );
} catch (error) {
  root.render(<p role="alert">{error instanceof Error ? error.message : 'The pages could not start.'}</p>);
}
