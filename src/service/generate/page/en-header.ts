import type { HeaderWords } from './words.ts'

/** The header of the page of a service in English. */
export const HEADER_EN: HeaderWords = {
  title: ({ title }) => `Operate ${title}`,
  description: "Start, try, watch, release, roll back and stop the model's service.",
  parameters: {
    VERSION: 'Version that must be serving',
    PREVIOUS_VERSION: 'Version to go back to',
    PORT: 'Port on this machine that it serves on',
    TRIAL_PORT: 'Free port for the trial',
  },
  procedures: {
    start: {
      title: 'Build and start',
      when: 'The first time on a machine, or when no version is running.',
      takes: 'About two minutes the first time, because it builds the image; afterwards, a few seconds.',
      interrupts: 'Nothing if no version was running; if one was, requests, for a few seconds.',
      stop: '`/health/ready` still says 503 two minutes after the start.',
      symptoms: ['Connection refused', 'API_KEY', 'env file .env not found'],
    },
    try: {
      title: 'Check that it predicts well',
      when: 'After a start or a release, and when somebody says that its answers are wrong.',
      takes: 'Less than a minute.',
      interrupts: 'Nothing: it makes a few test requests.',
      stop: 'The prediction is not that of the model the service was made with: it is another model, and trying again changes nothing.',
      symptoms: ['422', '401', 'odd prediction'],
      irreversible: 'It leaves nothing: the test requests only raise counters.',
    },
    watch: {
      title: 'Read metrics and drift',
      when: 'An alert fires, or the incoming data no longer look like the training data.',
      takes: 'A few seconds.',
      interrupts: 'Nothing: it only reads the metrics, after one test prediction.',
      stop: 'The drift is above the threshold: no step here fixes that; the model has to be trained again.',
      symptoms: ['model_drifted', 'drift'],
      irreversible: 'It leaves nothing: the test prediction only raises counters.',
    },
    trial: {
      title: 'Try it separately, before it serves',
      when: 'Before a load balancer goes in front of it, and with each new model.',
      takes: 'Less than a minute.',
      interrupts: 'Nothing: the trial container uses another port.',
      stop: 'It answers 200 before the model is loaded: put no load balancer in front of it.',
      symptoms: ['503', 'the model is loading'],
      irreversible: 'It leaves nothing: the last step removes the trial container.',
    },
    release: {
      title: 'Release a version',
      when: 'One version is running, and there is a new one to release.',
      takes: 'One or two minutes, most of them building the image.',
      stop: 'The new version is not healthy within 60 seconds: do not keep trying, go back to the previous one.',
      interrupts: 'Requests fail while one container replaces the other, for a few seconds.',
      except: {
        'second-run': 'The new version is already running: there is none to release, and the first step says so.',
      },
    },
    'roll-back': {
      title: 'Go back to the previous version',
      when: 'After a release there are more errors, more latency or odd predictions.',
      takes: 'Less than a minute: it builds nothing.',
      stop: 'The previous version does not become healthy either: the version is not the cause.',
      symptoms: ['500', '503'],
      interrupts: 'Requests fail while one container replaces the other, for a few seconds.',
    },
    stop: {
      title: 'Stop and clean up',
      when: 'The service is no longer needed on this machine.',
      takes: 'A few seconds; twenty at most, for requests in progress to finish.',
      stop: 'Requests still come in: somebody is using it.',
      interrupts: 'The whole service, until it is started again.',
      except: { 'second-run': 'It is already stopped: there is nothing left to stop.' },
    },
  },
  instead: [
    {
      when: 'The service is fine, but its predictions are not',
      do: 'the model has to be trained again; starting it again does not help',
    },
    {
      when: 'Docker does not respond or the disk is full',
      do: 'fix the machine first, because another version will not start either',
    },
  ],
  escalation: [
    {
      when: 'It still fails after you went back',
      within: '15m',
      role: 'the person responsible for the platform',
      how: 'by phone',
    },
    {
      when: 'The service is fine, but its predictions are not',
      role: 'the data science team',
      how: 'in an issue, with the hash that `/health/ready` gives',
    },
  ],
  labels: {
    symptoms: 'Symptoms',
    takes: 'Takes',
    interrupts: 'Interrupts',
    stop: 'When to stop',
    instead: 'When not to use it',
    escalation: 'Who to tell',
    within: 'within',
  },
}
