import type { HeaderWords } from './words.ts'

/** The header of the page of a service in English. */
export const HEADER_EN: HeaderWords = {
  title: ({ title }) => `Operate ${title}`,
  description: "Starts, tries, watches, releases, rolls back and stops the model's service.",
  parameters: {
    VERSION: 'Version that must serve',
    PREVIOUS_VERSION: 'Version to go back to',
    PORT: 'Port of this machine it serves on',
    TRIAL_PORT: 'Free port for the trial',
  },
  procedures: {
    start: {
      title: 'Build and start',
      when: 'The first time on a machine, or when no version is running.',
      takes: 'Some two minutes the first time, which builds the image; afterwards, some seconds.',
      interrupts: 'Nothing if no version was running; if one was, requests, for some seconds.',
      stop: '`/health/ready` still says 503 two minutes after the start.',
      symptoms: ['Connection refused', 'API_KEY', 'env file .env not found'],
    },
    try: {
      title: 'See that it predicts well',
      when: 'After a start or a release, and when somebody says that it answers wrongly.',
      takes: 'Less than a minute.',
      interrupts: 'Nothing: it makes a few requests to try it.',
      stop: 'The prediction is not that of the model the service was made with: it is another model, and trying again changes nothing.',
      symptoms: ['422', '401', 'odd prediction'],
      irreversible: 'It leaves nothing: the requests of the trial only raise counters.',
    },
    watch: {
      title: 'Read metrics and drift',
      when: 'An alert fires, or the data that come in are no longer like those of the training.',
      takes: 'Some seconds.',
      interrupts: 'Nothing: it only reads the metrics, after one prediction to try it.',
      stop: 'The drift is above the threshold: no step here puts it right; it takes another training.',
      symptoms: ['model_drifted', 'drift'],
      irreversible: 'It leaves nothing: the prediction of the trial only raises counters.',
    },
    trial: {
      title: 'Try it apart, before it serves',
      when: 'Before a load balancer goes in front of it, and with each new model.',
      takes: 'Less than a minute.',
      interrupts: 'Nothing: the container of the trial uses another port.',
      stop: 'It answers 200 before the model is loaded: put no load balancer in front of it.',
      symptoms: ['503', 'the model is loading'],
      irreversible: 'It leaves nothing: the last step removes the container of the trial.',
    },
    release: {
      title: 'Release a version',
      when: 'One version is running, and there is a new one to release.',
      takes: 'One or two minutes, most of them building the image.',
      stop: 'The new version is not healthy within 60 seconds: do not insist, go back to the one before.',
      interrupts: 'Requests fail while one container takes the place of the other, for some seconds.',
      except: {
        'second-run': 'The new version is running already: there is none to release, and the first step says so.',
      },
    },
    'roll-back': {
      title: 'Go back to the previous version',
      when: 'After a release there are more errors, more latency or odd predictions.',
      takes: 'Less than a minute: it builds nothing.',
      stop: 'The previous version does not become healthy either: the version is not the cause.',
      symptoms: ['500', '503'],
      interrupts: 'Requests fail while one container takes the place of the other, for some seconds.',
    },
    stop: {
      title: 'Stop and clean up',
      when: 'The service is no longer needed on this machine.',
      takes: 'Some seconds; twenty at most, for the running requests to end.',
      stop: 'Requests still come in: somebody uses it.',
      interrupts: 'The whole service, until it is started again.',
      except: { 'second-run': 'It is stopped already: there is nothing left to stop.' },
    },
  },
  instead: [
    {
      when: 'The service is well and what it predicts is not',
      do: 'it takes another training, and another start does not help',
    },
    {
      when: 'Docker does not answer or the disk is full',
      do: 'repair the machine first, as another version will not start either',
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
      when: 'The service is well and what it predicts is not',
      role: 'the data science team',
      how: 'in an issue, with the hash that `/health/ready` says',
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
