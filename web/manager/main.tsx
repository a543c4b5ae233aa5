import '@cloudscape-design/global-styles/index.css';
import './styles.css';
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
