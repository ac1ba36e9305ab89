/**
 * `linli/routing` for every program, with or without a loader for TypeScript: reads the engine from its source.
 * The names are written out because `import { solve } from 'linli/routing'` finds them by reading this file, not by running it.
 */
const engine = require('tsx/cjs/api').require('./src/delivery/engine/library.ts', __filename)

exports.checkPlan = engine.checkPlan
exports.checkProblem = engine.checkProblem
exports.drawPlan = engine.drawPlan
exports.insertLate = engine.insertLate
exports.InvalidProblem = engine.InvalidProblem
exports.readProblem = engine.readProblem
exports.serviceTime = engine.serviceTime
exports.solve = engine.solve
exports.solveAsync = engine.solveAsync
exports.writeSolution = engine.writeSolution
