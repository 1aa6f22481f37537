const { runCli } = await import('../src/cli/run-cli.ts')
const { runbook } = await import('../src/cli/runbook.ts')
await runCli(runbook)
