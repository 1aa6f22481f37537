import { DRIFT_ROWS } from '../service.ts'
import { seesDrift } from './header.ts'
import type { PageBody } from './words.ts'

/** The text of the page of a service in English. */
export const BODY_EN: PageBody = ({ service, block }) => `
## Before you start

Work in the root of the service, where \`compose.yaml\` is. You need Docker with Compose, \`curl\`, \`jq\` and \`openssl\`. The model is inside the image and each container loads it, in one process: more load takes more containers.

## Start

### Build the image

The build compares the model with the hash of the manifest, and stops if it is another.

${block('build')}

### Write the key

Callers present it with every request. It is made here, stays in \`.env\`, and only you can read that file. One that is there is kept.

${block('write-key')}

### Check the key

Counts those that are long enough, and shows none.

${block('check-key')}

### Start the container

Waits 60 seconds at most for it to be healthy, and healthy means that the model is loaded.

${block('start')}

## Verify its health and how to read it

### The process is alive

\`/health\` looks at nothing else: a slow model gets nobody to restart it. It also says which version answers.

${block('check-health')}

### It answers in under 100 ms

One out of five is enough: the others may find the machine busy.

${block('check-speed')}

### The model is loaded

\`/health/ready\` answers 200 when predictions can be asked for, with the first digits of the model's hash, and 503 until then.

${block('check-ready')}

### It fits in its memory

The kernel kills a container that goes above its limit, \`mem_limit\` in \`compose.yaml\`, in the middle of a request. Where the use comes close, raise the limit and start again.

${block('check-memory')}

## Predict

### Ask for a prediction

This request comes from the input schema. Save it as \`request.json\`:

${block('request-file')}

The key goes in by standard input and not as an argument: arguments are for everybody to see in the list of processes. The answer is that of the model this service was made with.

${block('predict')}

### Check that what is bad is refused

This one has a field that will not do. Save it as \`bad-request.json\`:

${block('bad-request-file')}

The answer is 422, and it names the field.

${block('predict-bad')}

### Check that it does not answer without the key

Whoever does not present it gets 401 and no prediction.

${block('refuse-without-key')}

### Check the description of the API

\`/openapi.json\` describes what the manifest does: names, types, limits and what is required.

${block('check-description')}

### Check the documentation

\`/docs\` shows it in a browser.

${block('check-docs')}

### Check this runbook

The service has a copy in \`runbook.md\`. If it lacks a section, it is shown here.

${block('check-runbook')}
${service.monitoring ? watching(block) : ''}
## Try it apart

### Start with a slow model

Another container, on another port, that takes 20 seconds more to load. The one that serves does not notice.

${block('start-trial')}

### It is alive

Waits until the process answers, which is before it has the model.

${block('check-alive')}

### It is not ready yet

While it loads it answers 503, so that a load balancer sends nobody there.

${block('check-not-ready')}

### In the end it is

Once the model is loaded it answers 200, and nobody had to do anything.

${block('wait-ready')}

### Predict several cases

It answers in the order of the questions. Here it is ${DRIFT_ROWS} times the same case: that is why the one that serves is not asked.

${block('predict-batch')}
${seesDrift(service) ? drift(block) : ''}
### Remove it

It was for the trial only; the one that serves is still on its port.

${block('remove-trial')}

## Release

### Check which version serves

It is the one you go back to if the new one is bad.

${block('check-previous')}

### Build the new one

The one before stays: it is the way back.

${block('build-new')}

### Change the version

Compose replaces the container, as its image is another, and waits until the new one has the model.

${block('release')}

### Check the new version

That something answers is not enough: it must be the new one.

${block('check-release')}

## Roll back

### Check that the image is still here

Going back builds nothing: it uses the image that has served before. It does not need the bad version to be healthy.

${block('check-image')}

### Go back

Compose replaces the container by one of the image before.

${block('roll-back')}

### Check the previous version

The version that was gone back to serves.

${block('check-roll-back')}

## Stop

### Stop the container

Running requests may finish. The images stay. Compose asks for a version to read its file; to stop, any will do.

${block('stop')}

### Check that it does not answer

\`curl\` ends with 7: nobody listens on the port.

${block('check-stopped')}

### Remove the key and the requests of the trial

The next start makes another key, and callers will have to use it.

${block('remove-files')}

## Troubleshooting

| What you see | What it means | What to do |
|---|---|---|
| \`Connection refused\` | there is no container, or the port is another | [start](#step-start) |
| 401 | the key is missing, or an old one | use the one in \`.env\` |
| 413 | the request is above the limit of \`settings.yaml\` | split it |
| 422 | a field is missing, unknown or not what it may be; the answer names it | correct the request |
| 429 | more requests a minute than the limit | wait for as long as \`Retry-After\` says |
| 503 and \`the model is loading\` | it has just started | wait until [it is ready](#step-check-ready) |
| 503 and \`the model could not be loaded\` | the model is not the manifest's | [go back](#step-roll-back) |
| \`API_KEY: must have at least 32 characters\` in the logs | the key is missing or short | [write the key](#step-write-key), then start |
`

const watching = (block: (id: string) => string): string => `
## Metrics and thresholds

| Metric | What it counts | When to look |
|---|---|---|
| \`http_requests_total\` | requests, by route and status | more than 1 % with a status of 5xx for 5 minutes |
| \`http_request_duration_seconds\` | how long they take | the 95th percentile is above 250 ms |
| \`model_predictions_total\` | predictions, by result | a class no longer comes up |
| \`model_drift_psi\` | how far each feature is from the training | above \`model_drift_threshold\` |
| \`model_drifted\` | 1 where it is above | any that is 1 |

### Check that it counts

One prediction more raises the counter by one.

${block('count-predictions')}

### Read the drift threshold

The population stability index (PSI) compares the last predictions with the training. The threshold is in \`settings.yaml\`.

${block('read-threshold')}

### See which features drift

Writes a line for each that is above the threshold. Of fewer than ${DRIFT_ROWS} predictions it says nothing: it would be chance. If there is one, compare the data that come in with those of the training before you train again.

${block('list-drifted')}
`

/** Of a trial that is unlike the training. */
const drift = (block: (id: string) => string): string => `
### See a drift

So many cases that are the same are not like those of the training, and the metric says so.

${block('see-drift')}
`
