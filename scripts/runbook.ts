const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { runbook } = await import('../src/cli/runbook/runbook.ts')
await runCli(runbook)
