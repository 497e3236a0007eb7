import { startServer } from "../support/server.ts";
import { tourAreas } from "./area-tour.ts";
import { tourDistrict } from "./district-tour.ts";
import { tourProvince } from "./province-tour.ts";

// Takes the pictures of docs/screenshots anew: the real server with its demo, and the real app.

const server = await startServer();
try {
  await tourDistrict(server);
  await tourAreas(server);
  await tourProvince(server);
} finally {
  await server.remove();
}
process.exit();
