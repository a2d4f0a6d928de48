import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of a cluster on this machine: FOLDER NUMBER HTTP_PORT... (of all nodes, in order; each node talks to the others 100 above). */
public class Node {
  /** What we ask of it needs no more: the others take half of its start. */
  private static final String[] MODULES = {
    "org.opensearch.analysis.common.CommonAnalysisPlugin",
    "org.opensearch.index.reindex.ReindexPlugin",
    "org.opensearch.transport.Netty4Plugin",
  };

  public static void main(String[] args) throws Exception {
    int number = Integer.parseInt(args[1]);
    int nodes = args.length - 2;
    String[] seeds = new String[nodes];
    String[] names = new String[nodes];
    for (int at = 0; at < nodes; at++) {
      seeds[at] = "127.0.0.1:" + (Integer.parseInt(args[at + 2]) + 100);
      names[at] = "node-" + (at + 1);
    }
    int port = Integer.parseInt(args[number + 1]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.setMaxHttpPort(port + 1);
    runner.onBuild((unused, settings) -> {
      settings.put("node.name", names[number - 1]);
      settings.put("http.port", port);
      settings.put("transport.port", port + 100);
      settings.put("network.host", "127.0.0.1");
      settings.putList("discovery.seed_hosts", seeds);
      settings.putList("cluster.initial_cluster_manager_nodes", names);
      // A test's disk may be nearly full; that is not what it tests.
      settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
    }).build(newConfigs().basePath(args[0]).clusterName("cuttings").numOfNode(1).baseHttpPort(port - 1)
        .moduleTypes(String.join(",", MODULES)));
    System.out.println("READY");
    // Whoever started this node holds its input: it ends with them, however they end.
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
