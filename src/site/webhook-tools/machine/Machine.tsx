import { Guarded } from '../../ui/guard/Guarded.tsx';
import { AttemptDetails } from './AttemptDetails.tsx';
import { CauseControls } from './CauseControls.tsx';
import { EndpointControls } from './EndpointControls.tsx';
import { History } from './History.tsx';
import { TimeLine } from './TimeLine.tsx';
import { useMachine } from './use-machine.ts';

/** Plays the deliveries of events against an endpoint, with the time in the reader's hands. */
export function Machine() {
  const machine = useMachine();
  const { snapshot, chosen } = machine;
  const delivery = snapshot.deliveries.find(({ id }) => id === chosen?.delivery) ?? snapshot.deliveries[0];
  const index = Math.min(chosen?.attempt ?? Infinity, (delivery?.attempts.length ?? 0) - 1);
  const attempt = delivery?.attempts[index];
  return (
    <div class="ob-console ob-webhook-tool ob-machine">
      <EndpointControls {...machine} />
      <CauseControls onEmit={machine.emit} onStartOver={machine.startOver} />
      {delivery && (
        <Guarded name="The time line">
          <TimeLine
            key={delivery.id}
            delivery={delivery}
            now={snapshot.now}
            chosen={index}
            onChoose={(number) => machine.choose({ delivery: delivery.id, attempt: number })}
            onMove={machine.moveTo}
          />
        </Guarded>
      )}
      <p role="status" class="ob-panel-said">
        {machine.said}
      </p>
      <History {...snapshot} chosen={attempt} onChoose={machine.choose} />
      {delivery && attempt && (
        <Guarded name="The attempt">
          <AttemptDetails
            key={`${delivery.id} ${attempt.started_at}`}
            delivery={delivery}
            number={index + 1}
            attempt={attempt}
            secrets={snapshot.secrets}
            receivedAt={machine.receivedAt(attempt)}
            word={machine.wordOf}
            onResend={() => {
              machine.choose({ delivery: delivery.id });
              machine.resend(delivery.id);
            }}
          />
        </Guarded>
      )}
    </div>
  );
}
