import { authenticatedAs } from '../access.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'

// As the Cloud SQL Admin API words them (cloud.google.com/sql/docs/postgres/admin-api-error-messages).

/** The caller lacks a permission. */
export const unauthorized = ({ account }: GcloudInvocation): GcloudFailure =>
  new GcloudFailure(`HTTPError 403: The client is not authorized to make this request. ${authenticatedAs(account)}.`)

export const noInstance = (): GcloudFailure =>
  new GcloudFailure('HTTPError 404: The Cloud SQL instance does not exist.')

export const noBackup = (): GcloudFailure => new GcloudFailure('HTTPError 404: The backup run does not exist.')

export const noOperation = (): GcloudFailure =>
  new GcloudFailure('HTTPError 404: The Cloud SQL instance operation does not exist.')

/** Cloud SQL does one thing to an instance at a time. */
export const busy = (): GcloudFailure =>
  new GcloudFailure('HTTPError 409: Operation failed because another operation was already in progress.')

export const notRunning = (): GcloudFailure =>
  new GcloudFailure('HTTPError 400: Invalid request: Invalid request since instance is not running.')

/** The words are the API's own, quotation mark included. */
export const notValid = (): GcloudFailure =>
  new GcloudFailure('HTTPError 400: This operation isn"t valid for this instance.')

export const unfinishedBackup = (): GcloudFailure =>
  new GcloudFailure('HTTPError 400: The backup run status is not valid for the given request.')

export const deletionProtected = (): GcloudFailure =>
  new GcloudFailure(
    'HTTPError 400: The instance is protected. Please disable the deletion protection and try again. To disable deletion protection, update the instance settings with deletionProtectionEnabled set to false.',
  )
