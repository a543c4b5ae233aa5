/**
 * What the agents' page may embed, computed from the deployment's ccpUrl and samlUrl: osls cannot take an origin out of a URL.
 * `frames` is a CSP source list, `permissions` a Permissions-Policy that lends the softphone the microphone. `signalling` is where the
 * page itself sets calls up, if it hosts their sound; else nothing.
 */
module.exports = async ({ resolveVariable }) => {
  const urls = [await resolveVariable('param:ccpUrl'), await resolveVariable("param:samlUrl, ''")];
  const [ccp, ...others] = urls.filter(Boolean).map((url) => new URL(url).origin);
  const lent = ['autoplay', 'clipboard-write', 'microphone', 'speaker-selection', 'storage-access'];
  const refused = ['camera', 'geolocation', 'payment', 'usb'];
  const isFramed = (await resolveVariable("param:softphone, 'framed'")) === 'framed';
  return {
    signalling: isFramed ? '' : signallingOf(ccp, await resolveVariable('sls:stage')),
    frames: [ccp, ...others].join(' '),
    permissions: [
      ...lent.map((name) => `${name}=(self "${ccp}")`),
      ...refused.map((name) => `${name}=()`),
    ].join(', '),
  };
};

/**
 * connect-rtc-js opens a web socket where a call's configuration names an endpoint (src/signaling.js); nowadays it mostly goes through
 * Connect's own frame. The hosts: Amazon Connect Administrator Guide, "Set up your network", `rtc*.connect-telecom.region.amazonaws.com`.
 */
function signallingOf(ccp, stage) {
  return stage === 'local' ? ccp : `wss://*.connect-telecom.\${AWS::Region}.\${AWS::URLSuffix}`;
}
