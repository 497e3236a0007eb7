import { LocationProvider, lazy, Route, Router } from "preact-iso";
import { mayReadReceived, mayReport } from "../shared/role.ts";
import { MeScreen } from "./account/me-screen.tsx";
import { OverviewScreen } from "./account/overview-screen.tsx";
import { SignInScreen } from "./account/sign-in-screen.tsx";
import { CurrentPersonContext, useCurrentPerson, useWhoIsHere } from "./current-person.ts";
import { ConflictScreen } from "./district/conflict-screen.tsx";
import { HomeScreen } from "./district/home-screen.tsx";
import { OutboxScreen } from "./district/outbox-screen.tsx";
import { NotFoundScreen } from "./not-found-screen.tsx";

// An officer's tablet never loads these.
const ReceivedScreen = lazy(() =>
  import("./province/received-screen.tsx").then((module) => module.ReceivedScreen),
);
const ReceivedReportScreen = lazy(() =>
  import("./province/received-report-screen.tsx").then((module) => module.ReceivedReportScreen),
);

/** Who is here decides: signed out, the sign-in stands in place of any screen and the address stays. */
export function App() {
  const person = useWhoIsHere();
  if (person === undefined) return null;
  return (
    <LocationProvider>
      {person === null ? (
        <SignInScreen />
      ) : (
        <CurrentPersonContext.Provider value={person}>
          <Screens />
        </CurrentPersonContext.Provider>
      )}
    </LocationProvider>
  );
}

/** Every address, with the screens this role has; the rest do not exist for it. */
function Screens() {
  const { role } = useCurrentPerson();
  if (mayReport(role)) {
    return (
      <Router>
        <Route path="/" component={HomeScreen} />
        <Route path="/outbox" component={OutboxScreen} />
        <Route path="/conflicts/:mutationId" component={ConflictScreen} />
        <Route path="/me" component={MeScreen} />
        <Route default component={NotFoundScreen} />
      </Router>
    );
  }
  if (mayReadReceived(role)) {
    return (
      <Router>
        <Route path="/" component={ReceivedScreen} />
        <Route path="/received" component={ReceivedScreen} />
        <Route path="/received/:submissionId" component={ReceivedReportScreen} />
        <Route path="/me" component={MeScreen} />
        <Route default component={NotFoundScreen} />
      </Router>
    );
  }
  return (
    <Router>
      <Route path="/" component={OverviewScreen} />
      <Route path="/me" component={MeScreen} />
      <Route default component={NotFoundScreen} />
    </Router>
  );
}
