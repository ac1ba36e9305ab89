import { existsSync } from 'node:fs'
import { findCommand, isExecutable, run } from '../../src/scripts/up/commands'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Without a font for Chinese, screenshots show boxes. */
const CHINESE_FONT = '/usr/share/fonts/opentype/noto'

const HOW_TO_GET_IT = `End-to-end tests are skipped: no Chromium was found. Set CHROMIUM to its program, or install one:
  Debian, Ubuntu   apt-get install chromium fonts-noto-cjk
  macOS            brew install --cask chromium
  Fedora           dnf install chromium google-noto-sans-cjk-fonts`

/** The program of a Chromium: CHROMIUM, or one that is installed, or, as root on Debian, one installed now. Else says how. */
export async function findChromium(): Promise<string | undefined> {
  const wanted = process.env['CHROMIUM']
  if (wanted && !isExecutable(wanted)) throw new Error(`CHROMIUM names ${wanted}, which cannot be run`)
  const found = wanted || installed()
  const mayInstall = process.getuid?.() === 0 && findCommand('apt-get') && existsSync('/etc/debian_version')
  if (mayInstall && (!found || !existsSync(CHINESE_FONT)))
    await install().catch((error: Error) => console.log(error.message))
  const program = found || installed()
  if (!program) console.log(HOW_TO_GET_IT)
  return program
}

const installed = (): string | undefined => findCommand(...NAMES) ?? ON_MACOS.find(isExecutable)

async function install(): Promise<void> {
  console.log('Installing Chromium and fonts for the end-to-end tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // another run may be installing the same at this moment
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  await run([...apt, 'update'], { env })
  await run([...apt, 'install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env })
}
