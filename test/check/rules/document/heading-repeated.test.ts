import { describe, expect, test } from 'vitest'
import { findingsOf, found, runbook, step, USES } from '../../page.ts'

const LIST = step('docker ps', 'effect=read')
const CODE = 'DOCUMENT_HEADING_REPEATED'

/** Whether the sentence is found, of a page in a language. */
const repeats = (folder: string, heading: string, sentence: string) =>
  findingsOf({ [`${folder}page.md`]: runbook([`## ${heading}`, '', sentence, '', LIST, USES]) }).some(
    ({ code }) => code === CODE,
  )
const inSpanish = (heading: string, sentence: string) => repeats('content/docs/', heading, sentence)
const inEnglish = (heading: string, sentence: string) => repeats('content/docs/en/', heading, sentence)

describe('a sentence that tells what its heading tells', () => {
  test.each([
    ['Comprobar el servicio', 'Comprueba el servicio.'],
    ['Comprobar que el servicio responde', 'Comprueba ahora que el servicio contesta:'],
    ['Borrar el contenedor de prueba', 'Elimina el contenedor de prueba.'],
    ['Borrar el activador', 'Bórralo:'],
    ['Crear el repositorio de imágenes', 'En este paso se crea el repositorio de la imagen.'],
    ['Ver las versiones', 'Mira las versiones.'],
    ['Parar la aplicación', 'Para la aplicación.'],
    ['Arrancar los contenedores', 'Con el siguiente comando se inician los contenedores:'],
    ['Descargar la imagen nueva', 'Descarga la **imagen nueva**.'],
    ['Copiar el archivo al servidor', 'Hay que copiar el archivo al servidor. Si falta, nada arranca.'],
    ['Pedir un certificado', 'Pide un certificado.'],
    ['Volver a la versión anterior', 'Este comando sirve para volver a la versión anterior.'],
    ['Ejecutar `docker ps`', 'Ejecuta `docker ps`.'],
  ])('%s: %s', (heading, sentence) => {
    expect(inSpanish(heading, sentence)).toBe(true)
  })

  test.each([
    ['Check the service', 'Check the service.'],
    ['Check that the service answers', 'Make sure that the service responds:'],
    ['Delete the test container', 'This command removes the test container.'],
    ['Delete the trigger', 'Delete it:'],
    ['Create the image repository', 'In this step you create the repository of images.'],
    ['List the versions', 'Now list all the versions.'],
    ['Stop the application', 'The application is stopped.'],
    ['Start the containers', 'The following command starts the containers:'],
    ['Download the new image', 'Downloads the **new image**.'],
    ['Copy the file to the server', 'The file needs to be copied to the server. Without it nothing starts.'],
    ['Run the tests', 'Running the tests.'],
    ['Go back to the previous version', 'Go back to the previous version:'],
    ['Run `docker ps`', 'Run `docker ps`.'],
  ])('%s: %s', (heading, sentence) => {
    expect(inEnglish(heading, sentence)).toBe(true)
  })
})

describe('a sentence that tells more', () => {
  test.each([
    ['Comprobar el servicio', 'Comprueba el servicio: uno que se reinicia también sale en la lista.'],
    ['Comprobar que responde', 'Responde 200 aunque la base de datos no conecte.'],
    ['Borrar el contenedor', 'Libera el nombre:'],
    ['Borrar el contenedor', 'No borra la imagen del contenedor.'],
    ['Borrar el activador', 'Primero esto:'],
    ['Borrar la imagen', 'Borra solo la imagen.'],
    ['Parar la aplicación', 'Para que nadie escriba en la aplicación.'],
    ['Comprobar que no se alcanza', 'Desde aquí.'],
    ['Preguntar con una parada', 'La réplica está parada.'],
    ['Copiar el archivo al servidor', 'Copia el archivo del servicio.'],
    ['Comprobar el contenido', 'Comprueba el contenedor.'],
    ['Comparar los archivos', 'Comprueba los archivos.'],
    ['Subir la imagen', 'Necesitas haber iniciado sesión.'],
    ['Arrancar la versión 2', 'Arranca la versión 3.'],
  ])('%s: %s', (heading, sentence) => {
    expect(inSpanish(heading, sentence)).toBe(false)
  })

  test.each([
    ['Check the service', 'Check the service: one that restarts all the time is listed too.'],
    ['Check that it answers', 'It answers 200 even if the database is down.'],
    ['Delete the container', 'It frees the name:'],
    ['Delete the container', 'It does not delete the image of the container.'],
    ['Delete the trigger', 'This first:'],
    ['Delete the image', 'It deletes only the image.'],
    ['Stop the application', 'So that nobody writes.'],
    ['Check that it cannot be reached', 'From here.'],
    ['Ask with one stopped', 'The replica is stopped.'],
    ['Copy the file to the server', 'Copy the file of the service.'],
    ['Check the backup', 'Make the backup.'],
    ['Compare the files', 'Check the files.'],
    ['Push the image', 'You have to be logged in.'],
    ['Start version 2', 'Start version 3.'],
  ])('%s: %s', (heading, sentence) => {
    expect(inEnglish(heading, sentence)).toBe(false)
  })
})

describe('what is compared', () => {
  test('the first sentence between a heading and its first step, wherever it ends', () => {
    const title = '## Comprobar el servicio'
    expect(found(title, '', 'Comprueba', 'el servicio', '', LIST, '## Fin', '')).toEqual([`3:1 ${CODE}`])
    expect(found(title, '', 'Si falla, avisa. Comprueba el servicio.', '', LIST, '## Fin', '')).toEqual([])
    expect(found(title, '', LIST, 'Comprueba el servicio.', '', '## Fin', '')).toEqual([])
  })

  test('nothing of a section without steps, nor of a heading before it', () => {
    expect(found('## Comprobar el servicio', '', 'Comprueba el servicio.', '', '## Fin', '')).toEqual([])
    const text = ['## Comprobar el servicio', '', '### Por qué', '', 'Comprueba el servicio.', '', LIST, '## Fin', '']
    expect(found(...text)).toEqual([])
  })
})
