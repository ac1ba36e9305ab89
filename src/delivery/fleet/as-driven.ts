import type { Vehicle } from '../domain/fleet'
import type { RunVehicle } from '../schema/runs'

/** What a run keeps of the vehicle it is planned for. */
export const asDriven = (vehicle: Vehicle | RunVehicle): RunVehicle => {
  const { id, name, boxes, hotBoxes, chilledBoxes, litres, metresPerSecond, skills } = vehicle
  return { id, name, boxes, hotBoxes, chilledBoxes, litres, metresPerSecond, skills }
}
