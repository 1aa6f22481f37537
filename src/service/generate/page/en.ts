import { DRIFT_ROWS } from '../service.ts'
import { seesDrift } from './header.ts'
import type { PageBody } from './words.ts'

/** The text of the page of a service in English. */
export const BODY_EN: PageBody = ({ service, block }) => `
## Before you start

Work in the root of the service, where \`compose.yaml\` is. You need Docker with Compose, \`curl\`, \`jq\` and \`openssl\`. The model is inside the image and each container loads it, in one process: more load takes more containers.

## Start

### Build the image

The build compares the model with the hash of the manifest, and stops if they do not match.

${block('build')}

### Write the key

Callers present it with every request. It is generated here, stays in \`.env\`, and only you can read that file. If there is one already, it is kept.

${block('write-key')}

### Check the key

Counts those that are long enough, and shows none.

${block('check-key')}

### Start the container

Waits at most 60 seconds for it to be healthy, and healthy means that the model is loaded.

${block('start')}

## Verify its health and understand it

### The process is alive

\`/health\` looks at nothing else, so that nobody restarts the service because its model is slow to load. It also says which version answers.

${block('check-health')}

### It answers in under 100 ms

One request out of five is enough: the others may find the machine busy.

${block('check-speed')}

### The model is loaded

\`/health/ready\` answers 200 once it can predict, with the beginning of the model's hash, and 503 until then.

${block('check-ready')}

### It fits in its memory

The kernel kills a container that goes above its limit, \`mem_limit\` in \`compose.yaml\`, in the middle of a request. If its use comes close to the limit, raise it and start again.

${block('check-memory')}

## Predict

### Ask for a prediction

This request comes from the input schema. Save it as \`request.json\`:

${block('request-file')}

The key goes in through standard input, not as an argument: anybody can see arguments in the process list. The answer is that of the model this service was made with.

${block('predict')}

### Check that a bad request is refused

This one has an invalid field. Save it as \`bad-request.json\`:

${block('bad-request-file')}

The answer is 422, and it names the field.

${block('predict-bad')}

### Check that it does not answer without the key

Whoever does not present it gets 401 and no prediction.

${block('refuse-without-key')}

### Check the description of the API

\`/openapi.json\` describes the same as the manifest: names, types, limits and what is required.

${block('check-description')}

### Check the documentation

\`/docs\` shows that description in a browser.

${block('check-docs')}

### Check this runbook

The service has a copy in \`runbook.md\`. If it lacks a section, that shows here.

${block('check-runbook')}
${service.monitoring ? watching(block) : ''}
## Try it separately

### Start with a slow model

Another container, on another port, that takes 20 seconds more to load. The one that is serving does not notice.

${block('start-trial')}

### It is alive

Waits for the process to answer, which it does before it has the model.

${block('check-alive')}

### It is not ready yet

While it loads it answers 503, so a load balancer sends it no requests.

${block('check-not-ready')}

### In the end it is ready

Once the model is loaded, it answers 200 without anybody doing anything.

${block('wait-ready')}

### Predict several cases

It answers in the same order. Here it is asked ${DRIFT_ROWS} times about the same case: that is why the container that is serving is not used.

${block('predict-batch')}
${seesDrift(service) ? drift(block) : ''}
### Remove it

It was only for the trial; the one that is serving is still on its port.

${block('remove-trial')}

## Release

### Check which version is serving

That is the one you will go back to if the new one goes wrong.

${block('check-previous')}

### Build the new one

The previous image stays: it is the way back.

${block('build-new')}

### Change the version

Compose replaces the container, because its image is a different one, and waits until the new one has the model.

${block('release')}

### Check the new version

It is not enough that something answers: it must be the new one.

${block('check-release')}

## Roll back

### Check that the image is still here

Going back builds nothing: it uses the image that served before. The bad version need not be healthy.

${block('check-image')}

### Go back

Compose replaces the container with one from the previous image.

${block('roll-back')}

### Check the previous version

The version you wanted to go back to is serving.

${block('check-roll-back')}

## Stop

### Stop the container

Requests in progress are left to finish. The images stay. Compose needs a version to read its file; to stop, any will do.

${block('stop')}

### Check that it does not answer

\`curl\` exits with status 7: nobody listens on the port.

${block('check-stopped')}

### Remove the key and the test requests

The next start generates another key, and callers will have to use it.

${block('remove-files')}

## Troubleshooting

| What you see | What it means | What to do |
|---|---|---|
| \`Connection refused\` | there is no container, or the port is another | [start](#step-start) |
| 401 | the key is missing, or it is an old one | use the one in \`.env\` |
| 413 | the request is above the limit of \`settings.yaml\` | split it |
| 422 | a field is missing, unknown or invalid; the answer names it | correct the request |
| 429 | more requests a minute than the limit | wait for as long as \`Retry-After\` says |
| 503 and \`the model is loading\` | it has just started | wait until [it is ready](#step-check-ready) |
| 503 and \`the model could not be loaded\` | the model is not the one in the manifest | [go back](#step-roll-back) |
| \`API_KEY: must have at least 32 characters\` in the logs | the key is missing or short | [write the key](#step-write-key), then start |
`

const watching = (block: (id: string) => string): string => `
## Metrics and thresholds

| Metric | What it counts | When to look |
|---|---|---|
| \`http_requests_total\` | requests, by route and status | more than 1 % with a status of 5xx for 5 minutes |
| \`http_request_duration_seconds\` | how long they take | the 95th percentile is above 250 ms |
| \`model_predictions_total\` | predictions, by result | a class no longer comes up |
| \`model_drift_psi\` | how far each feature is from the training data | above \`model_drift_threshold\` |
| \`model_drifted\` | 1 if it is above | any is 1 |

### Check that it counts

One more prediction raises the counter by one.

${block('count-predictions')}

### Read the drift threshold

The population stability index (PSI) compares the latest predictions with the training data. The threshold is in \`settings.yaml\`.

${block('read-threshold')}

### See which features drift

Writes a line for each that is above the threshold. With fewer than ${DRIFT_ROWS} predictions it says nothing: it could be chance. If there is one, compare the incoming data with the training data before you retrain.

${block('list-drifted')}
`

/** Of a trial that is unlike the training. */
const drift = (block: (id: string) => string): string => `
### See a drift

So many identical cases are not like the training data, and the metric says so.

${block('see-drift')}
`
