import { fail, type Output } from '../model.ts'
import { type Lineage, livePath, readLineage, readLineages, renewalPath } from './lineage.ts'
import { obtain } from './obtain.ts'
import { type At, deploy, failed, isDue } from './outcome.ts'
import { ASK, dayOf, namesOf, RULE } from './text.ts'

interface Renewed {
  text: string
  result: 'success' | 'failure' | 'skipped'
  path: string
  error: string
}

/** `certbot renew`: of all it keeps, or of one name. */
export async function renew(at: At): Promise<Output> {
  const { server, options } = at
  const name = options.value('cert-name')
  const one = name === undefined ? undefined : await readLineage(server.files, name)
  if (name !== undefined && !one)
    return fail(`No certificate found with name ${name} (expected ${renewalPath(name)}).\n${ASK}`)
  const lineages = one ? [one] : await readLineages(server.files)
  const done: Renewed[] = []
  for (const lineage of lineages) done.push(await renewOne(at, lineage))
  const text = done.map((each) => each.text).join('\n')
  const stderr = done.map(({ error }) => error).join('')
  const bad = done.filter(({ result }) => result === 'failure').length
  const end = bad > 0 ? `${bad} renew failure(s), 0 parse failure(s)\n${ASK}` : ''
  return {
    stdout: `\n${text}\n${RULE}${summary(done, options.has('dry-run'))}${RULE}`,
    stderr: `${stderr}${end}`,
    exitCode: bad > 0 ? 1 : 0,
  }
}

async function renewOne(at: At, lineage: Lineage): Promise<Renewed> {
  const { call, server, options } = at
  const isDry = options.has('dry-run')
  const path = livePath(lineage.name, 'fullchain')
  const head = `${RULE}Processing ${renewalPath(lineage.name)}\n${RULE}`
  if (!isDry && !options.has('force-renewal') && !isDue(lineage, call))
    return {
      text: `${head}Certificate not yet due for renewal\n`,
      result: 'skipped',
      path: `${path} expires on ${dayOf(lineage.notAfter)}`,
      error: '',
    }
  const settings = {
    ...lineage.settings,
    deployHook: options.value('deploy-hook', 'renew-hook') ?? lineage.settings.deployHook,
  }
  const order = { ...lineage, settings, isDry }
  const doing = `${isDry ? 'Account registered.\nSimulating renewal of' : 'Renewing'} an existing certificate for ${namesOf(lineage.domains)}\n`
  const done = await obtain(call, server, order)
  if ('notAfter' in done)
    return { text: `${head}${doing}${isDry ? '' : await deploy(at, order)}`, result: 'success', path, error: '' }
  const { stdout, stderr } = failed(order, '', done)
  return {
    text: `${head}${doing}${stdout}`,
    result: 'failure',
    path,
    error: `Failed to renew certificate ${lineage.name} with error: ${stderr.split('\n')[0]}\n`,
  }
}

function summary(done: readonly Renewed[], isDry: boolean): string {
  const of = (wanted: Renewed['result']) => done.filter(({ result }) => result === wanted)
  const rows = (wanted: Renewed['result']): string =>
    of(wanted)
      .map(({ path }) => `  ${path} (${wanted})\n`)
      .join('')
  const skipped =
    of('skipped').length > 0 ? `The following certificates are not due for renewal yet:\n${rows('skipped')}` : ''
  const what = isDry ? 'simulated renewals' : 'renewals'
  if (done.length === 0) return `No ${what} were attempted.\n`
  if (of('success').length + of('failure').length === 0) return `${skipped}No ${what} were attempted.\n`
  if (of('failure').length === 0) return `${skipped}Congratulations, all ${what} succeeded: \n${rows('success')}`
  if (of('success').length === 0)
    return `${skipped}All ${what} failed. The following certificates could not be renewed:\n${rows('failure')}`
  return `${skipped}The following ${what} succeeded:\n${rows('success')}\nThe following ${what} failed:\n${rows('failure')}`
}
