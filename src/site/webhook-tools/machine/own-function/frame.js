/**
 * Runs in a frame without a network: starts the worker that runs the reader's function, and ends it when it is told to. The worker has the
 * policy of this frame.
 */
addEventListener('message', ({ data, ports: [port] }) => {
  const url = URL.createObjectURL(new Blob([data.source], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const done = (message) => {
    worker.terminate();
    URL.revokeObjectURL(url);
    port.postMessage(message);
  };
  worker.onmessage = ({ data: result }) => done(result);
  worker.onerror = (event) => {
    event.preventDefault();
    done({ failed: event.message || 'The function could not be started.', line: event.lineno });
  };
  port.onmessage = () => worker.terminate();
  worker.postMessage(data.request);
});
parent.postMessage('ready', '*');
