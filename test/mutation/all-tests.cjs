/**
 * The tests of a part as one file, in the order in which they are named: what they test is loaded once for each mutant,
 * not once for each of its files.
 */
const path = require("node:path");

for (const file of JSON.parse(process.env.MUTATION_TESTS)) require(path.resolve(file));
