import { bodyEN } from './en-body.ts'
import type { PageWords } from './words.ts'

/** The page of a service in English. */
export const EN: PageWords = {
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
      symptoms: ['Connection refused', 'API_KEY', 'env file .env not found'],
    },
    try: {
      title: 'See that it predicts well',
      when: 'After a start or a release, and when somebody says that it answers wrongly.',
      symptoms: ['422', '401', 'odd prediction'],
      irreversible: 'It leaves nothing: the requests of the trial only raise counters.',
    },
    watch: {
      title: 'Read metrics and drift',
      when: 'An alert fires, or the data that come in are no longer like those of the training.',
      symptoms: ['model_drifted', 'drift'],
      irreversible: 'It leaves nothing: the prediction of the trial only raises counters.',
    },
    trial: {
      title: 'Try it apart, before it serves',
      when: 'Before a load balancer goes in front of it, and with each new model.',
      symptoms: ['503', 'the model is loading'],
      irreversible: 'It leaves nothing: the last step removes the container of the trial.',
    },
    release: {
      title: 'Release a version',
      when: 'One version is running, and there is a new one to release.',
      interrupts: 'Requests fail while one container takes the place of the other, for some seconds.',
      except: {
        'second-run': 'The new version is running already: there is none to release, and the first step says so.',
      },
    },
    'roll-back': {
      title: 'Go back to the previous version',
      when: 'After a release there are more errors, more latency or odd predictions.',
      symptoms: ['500', '503'],
      interrupts: 'Requests fail while one container takes the place of the other, for some seconds.',
    },
    stop: {
      title: 'Stop and clean up',
      when: 'The service is no longer needed on this machine.',
      interrupts: 'The whole service, until it is started again.',
      except: { 'second-run': 'It is stopped already: there is nothing left to stop.' },
    },
  },
  body: bodyEN,
}
