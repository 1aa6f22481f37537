/** The flag of a parameter: `GCP_PROJECT_ID` is `--gcp-project-id`. */
export function flagOf(name: string): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`
}
