import { AreaListScreen } from "./district/area-list-screen.tsx";
import { AreasScreen } from "./district/areas-screen.tsx";
import { ConflictScreen } from "./district/conflict-screen.tsx";
import { HistoryScreen } from "./district/history-screen.tsx";
import { OutboxScreen } from "./district/outbox-screen.tsx";
import { PrintScreen } from "./district/print-screen.tsx";
import { ReportListScreen } from "./district/report-list-screen.tsx";
import { ReportScreen } from "./district/report-screen.tsx";

/**
 * What an officer opens after the home, in one chunk: in one piece the screens compress to three
 * quarters of what they take apart, and no tap waits for a file of its own.
 */
export const officerScreens = {
  AreaListScreen,
  AreasScreen,
  ConflictScreen,
  HistoryScreen,
  OutboxScreen,
  PrintScreen,
  ReportListScreen,
  ReportScreen,
};
