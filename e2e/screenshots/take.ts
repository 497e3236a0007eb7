import { startServer } from "../support/server.ts";
import { tourDistrict } from "./district-tour.ts";
import { tourProvince } from "./province-tour.ts";

// Takes the pictures of docs/screenshots anew: the real server with its demo, and the real app.

const server = await startServer();
try {
  await tourDistrict(server);
  await tourProvince(server);
} finally {
  await server.remove();
}
process.exit();
