/**
 * What the agents' page may embed, computed from the deployment's ccpUrl and samlUrl: osls cannot take an origin out of a URL.
 * `frames` is a CSP source list, `permissions` a Permissions-Policy that lends the softphone the microphone.
 */
module.exports = async ({ resolveVariable }) => {
  const urls = [await resolveVariable('param:ccpUrl'), await resolveVariable("param:samlUrl, ''")];
  const [ccp, ...others] = urls.filter(Boolean).map((url) => new URL(url).origin);
  const lent = ['autoplay', 'clipboard-write', 'microphone', 'speaker-selection', 'storage-access'];
  const refused = ['camera', 'geolocation', 'payment', 'usb'];
  return {
    frames: [ccp, ...others].join(' '),
    permissions: [
      ...lent.map((name) => `${name}=(self "${ccp}")`),
      ...refused.map((name) => `${name}=()`),
    ].join(', '),
  };
};
