import type { TroubleKind } from './trouble.ts';

export type TroubleWords = {
  readonly title: string;
  /** What to do, in the words of the person who has to do it. */
  readonly advice: string;
  readonly action?: 'signIn' | 'reload';
  /** Nothing is wrong: the page waits for the agent. */
  readonly calm?: true;
  /** There is no softphone to see, only the browser's error page in its frame. */
  readonly noSoftphone?: true;
};

/** What the page says of each trouble. */
export const troubleWords: Readonly<Record<TroubleKind, TroubleWords>> = {
  settings: {
    title: 'This page is not set up',
    advice: 'Your administrator has to deploy it again. Until then use Amazon Connect’s own softphone.',
    action: 'reload',
    noSoftphone: true,
  },
  insecure: {
    title: 'This address is not secure',
    advice:
      'The browser gives the microphone only to pages that begin with https://. Open the page that way.',
    noSoftphone: true,
  },
  signIn: {
    title: 'Sign in to your softphone',
    advice:
      'A sign-in window is open; it closes by itself when you are signed in. If it shows an error, your network may block Amazon Connect.',
    action: 'signIn',
    calm: true,
    noSoftphone: true,
  },
  signInLate: {
    title: 'Sign in, then load this page again',
    advice:
      'The softphone stopped waiting for your sign-in. If the sign-in window shows an error, your network may block Amazon Connect.',
    action: 'reload',
    calm: true,
    noSoftphone: true,
  },
  signInUnheard: {
    title: 'The page that you came from cannot take your sign-in',
    advice:
      'It was closed, or it is shown within another site, and the browser keeps the two apart. Load this window again to use the softphone here, and tell your administrator.',
    action: 'reload',
    noSoftphone: true,
  },
  popupBlocked: {
    title: 'The sign-in window did not open',
    advice:
      'Your browser may have blocked it: allow pop-ups for this page, or sign in with this button. It may also be open in another tab.',
    action: 'signIn',
    noSoftphone: true,
  },
  storageAsk: {
    title: 'The softphone asks for its cookies',
    advice: 'Press the button in the softphone’s frame, so that it finds your session.',
    calm: true,
  },
  storageBlocked: {
    title: 'The softphone cannot see that you are signed in',
    advice:
      'The browser keeps it from its own cookies. Allow third-party cookies for Amazon Connect in the browser’s privacy settings, then load the page again. If you closed the sign-in window yourself, sign in again.',
    action: 'signIn',
    noSoftphone: true,
  },
  ccpBlocked: {
    title: 'The softphone does not load',
    advice:
      'A firewall or VPN may block Amazon Connect, or this address is not among its approved origins: tell your administrator. Then load the page again.',
    action: 'reload',
    noSoftphone: true,
  },
  ccpSlow: {
    title: 'The softphone takes long to load',
    advice: 'It is still trying. If nothing happens within a minute, load the page again.',
    action: 'reload',
  },
  accessDenied: {
    title: 'You may not use this softphone',
    advice: 'Your Amazon Connect user lacks the permission: ask your supervisor.',
    noSoftphone: true,
  },
  microphoneBlocked: {
    title: 'The microphone is blocked',
    advice:
      'Callers will not hear you. Press the icon left of the page’s address, allow the microphone, then load the page again.',
    action: 'reload',
  },
  microphoneMissing: {
    title: 'No microphone is connected',
    advice: 'Plug in your headset. It is found without loading the page again.',
  },
  browserUnsupported: {
    title: 'This browser cannot make calls',
    advice: 'Use a current Chrome, Edge or Firefox.',
  },
  mediaBlocked: {
    title: 'The call’s sound did not get through',
    advice:
      'The network between you and Amazon Connect blocked it. Leave the VPN if you may, or change the network; your administrator can check that UDP port 3478 is open.',
  },
  connectionLost: {
    title: 'The softphone lost its connection',
    advice: 'New calls may not ring. It is reconnecting; check your network if this stays.',
  },
  libraryMissing: {
    title: 'Calls are not measured by the second',
    advice: 'They work as usual. Tell your administrator: a library of this page did not load.',
    calm: true,
  },
  hostedElsewhere: {
    title: 'You hear calls in another tab',
    advice: 'Keep it open: a call ends with it. This page takes over when it is closed.',
    calm: true,
  },
};
