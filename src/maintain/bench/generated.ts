/** A runbook page of its own with that many steps, for measuring. Like a real one: prose, commands of two tools, outputs, a file. */
export function generatedPage(number: number, { steps, english }: { steps: number; english: boolean }): string {
  const id = `generated-${number}`
  const label = english ? 'Project' : 'Proyecto'
  const body = Array.from({ length: steps }, (_, index) => section(number, index, english))
  return [
    '---',
    `title: ${english ? 'Generated' : 'Generado'} ${number}`,
    'runbook:',
    `  id: ${id}`,
    '  system: generated',
    '  parameters:',
    `    GCP_PROJECT_ID: { type: gcp-project-id, label: ${label}, example: my-project }`,
    '---',
    '',
    ...body,
  ].join('\n')
}

function section(page: number, index: number, english: boolean): string {
  const name = `svc-${page}-${index}`
  const prose = english ? `Look at the state of ${name} first.` : `Mira antes el estado de ${name}.`
  const command =
    index % 2 === 0
      ? `gcloud run services list \\\n  --project="$GCP_PROJECT_ID" --region=europe-west1 --filter=metadata.name=${name} --format='value(status.url)'`
      : `docker run --detach --name=${name} --publish=127.0.0.1:${8000 + index}:8080 "example/${name}:1.${index}"\ndocker logs --tail=20 ${name}`
  const effect = index % 2 === 0 ? 'read' : 'create'
  return `## ${english ? 'Step' : 'Paso'} ${index}\n\n${prose}\n\n\`\`\`bash step=step-${index} effect=${effect}\n${command}\n\`\`\`\n\n\`\`\`text expect=contains\n${name} [..]\n\`\`\`\n`
}
