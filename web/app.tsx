import { LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { mayManageTablets, mayReadReceived, mayReport } from "../shared/role.ts";
import { SignInScreen } from "./account/sign-in-screen.tsx";
import { CurrentPersonContext, useCurrentPerson, useWhoIsHere } from "./current-person.ts";
import { HomeScreen } from "./district/home-screen.tsx";
import { t } from "./i18n/language.ts";
import { sectionOf } from "./menu-section.ts";
import { NotFoundScreen } from "./not-found-screen.tsx";
import { useReturning, useRouteArrival } from "./route-arrival.ts";

// What the first screen does without comes after it, from the service worker's cache.
const loadOfficerScreens = async () => (await import("./officer-screens.ts")).officerScreens;
const MeScreen = lazy(() => import("./account/me-screen.tsx").then((module) => module.MeScreen));
const OverviewScreen = lazy(() =>
  import("./account/overview-screen.tsx").then((module) => module.OverviewScreen),
);
const AreaListScreen = lazy(() => loadOfficerScreens().then((screens) => screens.AreaListScreen));
const AreasScreen = lazy(() => loadOfficerScreens().then((screens) => screens.AreasScreen));
const ConflictScreen = lazy(() => loadOfficerScreens().then((screens) => screens.ConflictScreen));
const HistoryScreen = lazy(() => loadOfficerScreens().then((screens) => screens.HistoryScreen));
const OutboxScreen = lazy(() => loadOfficerScreens().then((screens) => screens.OutboxScreen));
const PrintScreen = lazy(() => loadOfficerScreens().then((screens) => screens.PrintScreen));
const ReportListScreen = lazy(() =>
  loadOfficerScreens().then((screens) => screens.ReportListScreen),
);
const ReportScreen = lazy(() => loadOfficerScreens().then((screens) => screens.ReportScreen));

// An officer's tablet never loads these.
const ReceivedScreen = lazy(() =>
  import("./province/received-screen.tsx").then((module) => module.ReceivedScreen),
);
const ReceivedReportScreen = lazy(() =>
  import("./province/received-report-screen.tsx").then((module) => module.ReceivedReportScreen),
);

const KeptScreen = lazy(() =>
  import("./province/kept-screen.tsx").then((module) => module.KeptScreen),
);
const AdminHomeScreen = lazy(() =>
  import("./admin/admin-home-screen.tsx").then((module) => module.AdminHomeScreen),
);
const TabletsScreen = lazy(() =>
  import("./admin/tablets-screen.tsx").then((module) => module.TabletsScreen),
);
const PrintReceivedScreen = lazy(() =>
  import("./province/print-screen.tsx").then((module) => module.PrintScreen),
);

/** Who is here decides: signed out, the sign-in stands in place of any screen and the address stays. */
export function App() {
  const returning = useReturning();
  const person = useWhoIsHere();
  if (person === undefined) return null;
  return (
    <LocationProvider>
      {person === null ? (
        <SignInScreen />
      ) : (
        <CurrentPersonContext.Provider value={person}>
          <Screens returning={returning} />
        </CurrentPersonContext.Provider>
      )}
    </LocationProvider>
  );
}

/** Every address, with the screens this role has; the rest do not exist for it. */
function Screens({ returning }: { returning: { current: boolean } }) {
  const { role } = useCurrentPerson();
  const { path } = useLocation();
  const onRouteChange = useRouteArrival(`${titleOf(path)} · ${t().app.name}`, returning);
  if (mayReport(role)) {
    return (
      <Router onRouteChange={onRouteChange}>
        <Route path="/" component={HomeScreen} />
        <Route path="/reports" component={ReportListScreen} />
        <Route path="/reports/:assignmentId" component={ReportScreen} />
        <Route path="/reports/:assignmentId/areas/:submissionId?" component={AreasScreen} />
        <Route path="/areas" component={AreaListScreen} />
        <Route path="/reports/:assignmentId/history" component={HistoryScreen} />
        <Route path="/reports/:assignmentId/print" component={PrintScreen} />
        <Route path="/outbox" component={OutboxScreen} />
        <Route path="/conflicts/:mutationId" component={ConflictScreen} />
        <Route path="/me" component={MeScreen} />
        <Route default component={NotFoundScreen} />
      </Router>
    );
  }
  if (mayReadReceived(role)) {
    return (
      <Router onRouteChange={onRouteChange}>
        <Route path="/" component={ReceivedScreen} />
        <Route path="/received" component={ReceivedScreen} />
        <Route path="/received/:submissionId" component={ReceivedReportScreen} />
        <Route path="/received/:submissionId/print" component={PrintReceivedScreen} />
        <Route path="/kept" component={KeptScreen} />
        <Route path="/me" component={MeScreen} />
        <Route default component={NotFoundScreen} />
      </Router>
    );
  }
  if (mayManageTablets(role)) {
    return (
      <Router onRouteChange={onRouteChange}>
        <Route path="/" component={AdminHomeScreen} />
        <Route path="/kept" component={KeptScreen} />
        <Route path="/tablets" component={TabletsScreen} />
        <Route path="/me" component={MeScreen} />
        <Route default component={NotFoundScreen} />
      </Router>
    );
  }
  return (
    <Router onRouteChange={onRouteChange}>
      <Route path="/" component={OverviewScreen} />
      <Route path="/me" component={MeScreen} />
      <Route default component={NotFoundScreen} />
    </Router>
  );
}

/** The window's title by address; a screen about one thing may put that thing's name in its place. */
function titleOf(path: string): string {
  const { navigation, conflict, list, area } = t();
  const section = sectionOf(path);
  const titles = new Map([
    ["", navigation.home],
    ["reports", list.titleShort],
    ["areas", area.titleShort],
    ["outbox", navigation.outbox],
    ["conflicts", conflict.windowTitle],
    ["me", navigation.me],
    ["received", navigation.review],
    ["kept", navigation.kept],
    ["tablets", navigation.tablets],
  ]);
  return titles.get(section) ?? t().app.notFound;
}
