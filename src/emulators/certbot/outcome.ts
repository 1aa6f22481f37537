import type { EmulatedCall, Output } from '../model.ts'
import type { CommandOptions } from '../server/options.ts'
import type { Server } from '../server/state.ts'
import type { Lineage } from './lineage.ts'
import type { Failure, Order } from './obtain.ts'
import { ASK, unbelieved } from './text.ts'

/** A call of certbot. */
export interface At {
  call: EmulatedCall
  server: Server
  options: CommandOptions
}

const DAY = 86_400_000

/** Within 30 days of its end it is renewed. */
export const isDue = ({ notAfter }: Pick<Lineage, 'notAfter'>, { world }: Pick<EmulatedCall, 'world'>): boolean =>
  notAfter - world.clock.now() < 30 * DAY

/** What certbot prints, and its status, where no certificate came. */
export function failed({ settings }: Pick<Order, 'settings'>, head: string, failure: Failure): Output {
  if ('error' in failure) return { stdout: head, stderr: `${failure.error}\n${ASK}`, exitCode: 1 }
  return {
    stdout: `${head}${unbelieved(settings.authenticator, failure.problems)}`,
    stderr: `Some challenges have failed.\n${ASK}`,
    exitCode: 1,
  }
}

/** Runs what is to be run once a certificate has come. Gives what certbot prints of it. */
export async function deploy(
  { call }: Pick<At, 'call'>,
  { name, domains, settings }: Pick<Order, 'name' | 'domains' | 'settings'>,
): Promise<string> {
  if (settings.deployHook === '') return ''
  const env = { ...call.env, RENEWED_LINEAGE: `/etc/letsencrypt/live/${name}`, RENEWED_DOMAINS: domains.join(' ') }
  const { stdout, stderr, exitCode } = await call.shell(settings.deployHook, { cwd: '/', env })
  const indented = (text: string): string => text.replace(/^(?=.)/gm, ' ')
  const told = [
    `Running deploy-hook command: ${settings.deployHook}\n`,
    ...(exitCode === 0 ? [] : [`Hook 'deploy-hook' reported error code ${exitCode}\n`]),
    ...(stdout === '' ? [] : [`Hook 'deploy-hook' ran with output:\n${indented(stdout)}`]),
    ...(stderr === '' ? [] : [`Hook 'deploy-hook' ran with error output:\n${indented(stderr)}`]),
  ]
  return told.join('')
}
