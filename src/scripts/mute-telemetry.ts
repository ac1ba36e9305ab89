import Module from 'node:module'

/** A dependency of Medusa's, not of ours. */
const TELEMETRY = '@medusajs/telemetry'

/**
 * Puts an empty module where Medusa looks for its telemetry: the real one writes into the home folder, prints a banner
 * on first use and forks a sender whenever the process ends, even when it is told to be off. Call before loading Medusa.
 */
export function muteTelemetry(): void {
  process.env['MEDUSA_DISABLE_TELEMETRY'] = '1'
  const id = require.resolve(TELEMETRY)
  const nothing = () => undefined
  const mute = new Module(id)
  mute.exports = { track: nothing, trackFeatureFlag: nothing, trackInstallation: nothing, setTelemetryEnabled: nothing }
  mute.loaded = true
  require.cache[id] = mute
}
