import { Authenticator, ThemeProvider } from '@aws-amplify/ui-react';
import '@aws-amplify/ui-react/styles.css';
import type { JSX } from 'react';
import { useMode } from '../theme/mode.ts';
import './sign-in.css';

const formFields = {
  signIn: { username: { label: 'Email', placeholder: 'you@example.com', type: 'email' } },
  forgotPassword: { username: { label: 'Email', placeholder: 'you@example.com', type: 'email' } },
};

/** Shows its children to whoever has signed in, and the way in to everyone else. Admins create users, so nobody signs up. */
export function SignIn({ children }: { readonly children: JSX.Element }) {
  return (
    <ThemeProvider colorMode={useMode()}>
      <Authenticator
        hideSignUp
        loginMechanisms={['email']}
        formFields={formFields}
        components={{ Header: Welcome }}
      >
        {children}
      </Authenticator>
    </ThemeProvider>
  );
}

function Welcome() {
  return (
    <div className="welcome">
      <img src="/icon.svg" alt="" width={44} height={44} />
      <h1>Softphone quality</h1>
      <p>What calls sound like, and where they do not.</p>
    </div>
  );
}
