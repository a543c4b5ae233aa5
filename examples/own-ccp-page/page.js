/**
 * A page with a CCP of its own, as a team may have it: Streams, the library, and a few lines that show what it tells. Your
 * build would import 'amazon-connect-streams' and 'softphone-quality-monitor'; here both are files beside the page.
 */
import { createQualityMonitor } from './quality-monitor.js';

const { connect } = globalThis;
const part = (id) => document.getElementById(id);

// A page would have these in its own settings; this one asks as the agents' page does.
const { apiUrl, instanceId, qualityLimits, ...rest } = await (await fetch('settings.json')).json();

connect.core.initCCP(part('ccp'), {
  ccpUrl: rest.ccpUrl + location.search,
  region: rest.region,
  loginPopup: true,
  loginPopupAutoClose: true,
  softphone: { allowFramedSoftphone: true },
});

const monitor = createQualityMonitor(connect, {
  apiUrl,
  instanceId,
  limits: qualityLimits,
  outboxDays: rest.outboxDays ?? rest.retentionDays,
  onWarning: showWarning,
  onCall: showCall,
  onState: showSending,
});

/** One line for each warning, with a button to put it away. */
function showWarning({ contactId, kind, shown, title, step }) {
  const old = part('warnings').querySelector(`[data-kind="${kind}"]`);
  if (!shown) return old?.remove();
  const line = document.createElement('li');
  line.dataset.kind = kind;
  line.append(
    `${title} ${step}`,
    button('Put away', () => monitor.dismiss(contactId, kind)),
  );
  part('warnings').append(line);
}

function showCall(call) {
  const { toAgent, fromAgent } = call.windows.at(-1) ?? {};
  const score = (direction) => direction?.summary.mos?.avg.toFixed(1) ?? 'not measured';
  part('call').textContent =
    `${call.queue ?? 'A call'}, ${call.phase}: you hear ${score(toAgent)}, they hear ${score(fromAgent)}.`;
  part('report').hidden = call.phase === 'ringing';
  for (const symptom of part('report').querySelectorAll('button')) {
    const said = call.symptoms.includes(symptom.dataset.symptom);
    symptom.setAttribute('aria-pressed', said);
    symptom.onclick = () =>
      monitor.reportProblem(call.contactId, {
        symptom: symptom.dataset.symptom,
        ...(said ? { withdrawn: true } : {}),
      });
  }
}

function showSending({ agent, sender }) {
  part('sending').textContent =
    `${agent?.agent ?? 'Nobody'}: ${sender?.sent ?? 0} sent, ${sender?.waiting ?? 0} waiting.`;
}

function button(words, onClick) {
  const its = document.createElement('button');
  its.type = 'button';
  its.textContent = words;
  its.onclick = onClick;
  return its;
}
