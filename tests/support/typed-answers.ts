/** What somebody typed to a question of the document that ships, and the letters of the points that it covers. */
export type TypedAnswer = { number: number; typed: string; covers: string };

/**
 * Written and judged by hand, to make the rule by. A point is covered where the text says what it
 * claims, in whatever words; naming its subject is not enough, and saying the contrary is not either.
 */
export const TYPED_ANSWERS: readonly TypedAnswer[] = [
  {
    number: 1,
    typed: `I'd set up the OUs by business function and by security boundary and not only dev/test/prod. On each OU there are SCPs that deny everything by default, so least privilege. If FinOps needs something special, the exception has to be granted explicitly, e.g. with a condition on tags.
SCP conflicts: I had one where two policies overlapped and the logging failed.`,
    covers: "abc",
  },
  {
    number: 1,
    typed: `control tower gives you a landing zone. exceptions for finops: they get an own account. Conflicts we found with the access analyzer of organizations which showed us the gap.`,
    covers: "d",
  },
  {
    number: 2,
    typed: `All accounts send cloudtrail and config logs into CloudWatch Logs. A lambda removes PII before anything leaves the account, Macie finds it. Then firehose delivers to one central bucket in S3, in one region (EU because of GDPR residency). Lifecycle rule moves it to Glacier Deep Archive after thirty days. Since everything stays in the same region there are no transfer fees between regions.`,
    covers: "abcdefg",
  },
  {
    number: 2,
    typed: `Central log archive account. Kinesis Firehose scales by itself so nothing has to be provisioned. Audit Manager writes the compliance reports for the auditors. GDPR means we have to think about data residency and retention. Costs: egress is the expensive part.`,
    covers: "ik",
  },
  {
    number: 3,
    typed: `TGW because cloud wan is made for connecting branch offices and does not do VPC integration so well. TGW works with site to site vpn and direct connect. Two route tables: one for the VPCs with private endpoints, which only gets the routes to private services such as S3 and RDS, and another for internet access, with the NAT gateway routes. Attachments are tagged to decide who propagates where. VPCs with private endpoints have outbound 0.0.0.0/0 blocked in the subnets.`,
    covers: "abdefg",
  },
  {
    number: 3,
    typed: `Transit gateway is cheaper, 0.01 per attachment, cloud WAN is 0.05 so 15 VPCs cost 0.75 a month. Route propagation conflicts are handled with route tables. Cloud WAN can propagate routes across regions without any manual work.`,
    covers: "k",
  },
  {
    number: 5,
    typed: `Compress and dedupe in the application before the data leaves the VPC. Batch the transfers so that there are fewer egress events. Keep the writes local by partitioning per region.`,
    covers: "abc",
  },
  {
    number: 5,
    typed: `Use compression. Use VPC endpoints. The TGW route tables should go the direct path, no unneeded hops. Scheduling matters too.`,
    covers: "d",
  },
  {
    number: 6,
    typed: `GuardDuty findings go to security hub automatically. There I filter critical severity and EC2 as the resource. EventBridge gets the guardduty finding and starts a lambda which fetches the finding from Security Hub. It takes the IP out of the finding's Resources field, nothing is hardcoded, and blocks it through firewall manager and a WAF ip set. Block expires after 24h so we don't lock legit users out. SOC gets a message by SNS, log in CloudWatch.`,
    covers: "abcdefgh",
  },
  {
    number: 6,
    typed: `Security hub collects things. The lambda adds the attacker address to the security group and the WAF list. We had over a hundred accounts with firewall manager and it worked, with ten thousand instances. Human should look at it.`,
    covers: "ej",
  },
  {
    number: 7,
    typed: `An SCP at the root of the organization, so you need no role in every account. It allows just Get and List and denies any write. If the developer gives himself write permission the explicit deny wins over the IAM role, so he gets Access Denied when he tries to put an object.`,
    covers: "abcde",
  },
  {
    number: 7,
    typed: `Create an IAM role in each account with read only S3 and let the devops group assume it. SCP does not override IAM policies. Accidental write access: cloudtrail alarm.`,
    covers: "",
  },
  {
    number: 8,
    typed: `In transit: TLS 1.2 minimum on API Gateway via security policy, and switch off old protocols like SSLv3 and TLS 1.0. At rest: dynamo with a KMS customer managed key and not the AWS managed one; environment variables of the lambda encrypted with KMS. API gateway logs land in buckets encrypted with KMS. Customer managed keys have rotation on; KMS rotates them by itself and the app needs no change. CloudTrail shows Decrypt events, so I can check that services use the new version.`,
    covers: "acdefgij",
  },
  {
    number: 8,
    typed: `TLS everywhere, KMS everywhere. DynamoDB uses the AWS managed keys by default which is fine. To rotate I would go to the KMS console and rotate manually once a year. Keys never go in the code, lambda reaches KMS with its IAM role.`,
    covers: "h",
  },
  {
    number: 9,
    typed: `First a landing zone with control tower. Then the non critical machines, some 300 VMs, via VM import to prove that the pipeline works. ERP database with DMS and change data capture, replicated in real time until the cut over. App goes to ECS or EKS with terraform. We keep the old database running another 24 hours after the cutover to be able to go back. Performance Insights afterwards to see the SLAs are met.`,
    covers: "abcdeg",
  },
  {
    number: 9,
    typed: `lift and shift for most, refactor for the ERP. Downtime is kept low by replication. Security: TLS, IAM roles, no public IPs for DMS because of VPC endpoints. Rollback plan must exist and validation too.`,
    covers: "f",
  },
  {
    number: 10,
    typed: `Snowball edge, since 50 TB over the network would take weeks or months. For consistency compare row counts of all tables with count(*), then checksums (md5 or sha256) over the tables on both sides, then take a hundred random rows and compare them. Also run the important business queries against both databases.`,
    covers: "abcde",
  },
  {
    number: 10,
    typed: `Upload to S3 directly with multipart, then import to RDS. Validate during the final cutover window and not earlier or the data is stale. Rows should be sampled.`,
    covers: "g",
  },
  {
    number: 11,
    typed: `ECS with Fargate when it has to be deployed quickly and nobody wants to operate clusters, and when cost should be predictable. EKS when you need kubernetes things, above all CRDs for policy enforcement. EKS has more overhead as you need k8s admins. Helm and kustomize work only there, while ECS goes with App Mesh.`,
    covers: "abcf",
  },
  {
    number: 11,
    typed: `ECS is simpler. EKS is more powerful. Cost model differs: fargate is predictable, EKS node groups vary.`,
    covers: "e",
  },
  {
    number: 12,
    typed: `kubectl describe pod and look at the events, it says nodes out of resources. Then see if the node group has reached its max size. Look into the logs of the cluster autoscaler, which cannot go above maxSize. Service quotas for node groups. And kubectl get nodes for whether they are Ready.`,
    covers: "abcde",
  },
  {
    number: 12,
    typed: `I would restart the pods, then add nodes. Terraform pipeline monitors the utilization of the nodes and raises max_size through CI/CD when it gets near.`,
    covers: "f",
  },
  {
    number: 13,
    typed: `Partition keys that are badly chosen give hot partitions, so redesign the key to spread the traffic evenly. Lambda has 1000 concurrent executions by default, which may be exceeded. No scans, use queries. DAX as cache, only for what is read often.`,
    covers: "abcdg",
  },
  {
    number: 13,
    typed: `Switch on auto scaling for dynamodb with a target utilisation. Cache everything with DAX. Watch duration, errors and concurrent executions of Lambda.`,
    covers: "ei",
  },
  {
    number: 14,
    typed: `We split the workflow in parallel branches with the Parallel state. What took longer than fifteen minutes went to an SQS queue, not a lambda. Retries with exponential backoff for transient errors. Permanent failures went to a dead letter state. The order status was in DynamoDB so it was idempotent.`,
    covers: "abcdf",
  },
  {
    number: 14,
    typed: `Step functions keep the state of the execution themselves, so progress is persisted there. We stored the whole workflow state in DynamoDB too.`,
    covers: "e",
  },
  {
    number: 15,
    typed: `State in S3, central bucket, locking by a dynamodb table. A prefix per environment. Encrypted with SSE, and the bucket policy restricts who gets in. Versioning so an accidental delete can be recovered. No change to terraform code without a pull request, and two senior architects must approve critical ones.`,
    covers: "abcdef",
  },
  {
    number: 15,
    typed: `Everybody has local state and we are careful. Staging: every change needs to pass the automated tests there before prod. OPA and Config rules block changes that are not compliant. Modules should be used.`,
    covers: "hj",
  },
  {
    number: 16,
    typed: `First stop all automation pipelines. With terraform plan -refresh=false find which resource failed and the drift. In terraform cloud: state is locked so two applies can't run at once; own workspaces for prod and staging; checkov and terratest have to run in the CI before an apply.`,
    covers: "abcde",
  },
  {
    number: 16,
    typed: `terraform destroy and apply again. Later use terraform cloud, it has audit logs of all applies which we forward to security hub.`,
    covers: "g",
  },
  {
    number: 19,
    typed: `Profile the data with DMS schema conversion and glue, and write a report of the anomalies so we know what to fix first. Raw data goes to S3 in parquet untouched, with the inconsistent records too, so that it can be audited. Glue DynamicFrames cope with the schema drift. Row counts of source vs the transformed, checksums, samples with Athena. If validation fails we go back to the RDS snapshot from before the migration.`,
    covers: "abcdegj",
  },
  {
    number: 19,
    typed: `Use DMS, it does everything. Columns in RDS are optional, so missing data does not break the migration. Encryption and least privilege IAM roles for Glue and DMS, auditing.`,
    covers: "hi",
  },
  {
    number: 20,
    typed: `Container insights on for the cluster, collects metrics and logs. Fluent bit as daemonset ships container logs to CloudWatch. X-Ray SDK in the apps injects trace ids, X-Ray daemon runs as a daemonset too. Metrics: restarts, more than five an hour means it is unstable; CPU throttled over 10%; memory over 85 % before the OOM kill; p95 latency between pods above 500 ms.`,
    covers: "abefhijl",
  },
  {
    number: 20,
    typed: `CloudWatch and X-ray. Logs are encrypted with KMS and access limited with IAM. I'd look at cpu, memory, network.`,
    covers: "d",
  },
  {
    number: 21,
    typed: `Look into CloudWatch for "Task timed out" so I know it isn't a memory problem. More memory won't help when the processing takes more than 15 minutes. So chunk it: S3 event starts a step function that processes pieces. Memory max 10 GB as this gives the most CPU. More reserved concurrency so parallel chunks aren't throttled.`,
    covers: "abcde",
  },
  {
    number: 21,
    typed: `Increase the timeout to 30 minutes. Use SQS with Lambda. VPC endpoints instead of the public internet to reach S3. It would all be in terraform modules which we can reuse for other migrations.`,
    covers: "hi",
  },
  {
    number: 22,
    typed: `SSO permission set that gives only the S3 permissions needed. Session of one hour. The vendor is invited to the SSO portal. CloudTrail with data events for S3; query the logs with Athena. Access analyzer finds permissions nobody intended. Vendors never get IAM users or access keys, and MFA is enforced.`,
    covers: "abcdefg",
  },
  {
    number: 22,
    typed: `Give the vendor an IAM user with an access key and rotate it. Cloudtrail records what they do, also the management events and S3 data events.`,
    covers: "d",
  },
  {
    number: 23,
    typed: `A policy with a condition that MFA is present, for every IAM user, rolled out by an SCP. Nobody is locked out at login, only the actions that need MFA are denied. Config rule IAM_USER_MFA_ENABLED detects when it is missing, and a Lambda then puts the policy back.`,
    covers: "acde",
  },
  {
    number: 24,
    typed: `A TGW on its own can't converge in under a second. So split in three or four TGWs with 20 to 30 attachments each. BGP timers have to be short, default gives 30-60 seconds. Peering between the TGWs, with BGP. For real sub-second you need DNS failover over several regions. Chaos tests with the fault injection simulator.`,
    covers: "abcdef",
  },
  {
    number: 25,
    typed: `main is prod, staging branch for non prod, feature branches, protected. Pipeline validates the code, security check, plan. The security team must review each PR against the guardrails. State in S3, versioned, encrypted and locked. Credentials come out of secrets manager. Every plan and apply is in cloudtrail.`,
    covers: "abcefi",
  },
  {
    number: 25,
    typed: `GitHub actions with terraform plan on PR and apply on merge. Terraform workspaces separate the environments so nobody changes production by accident. Production needs an approval.`,
    covers: "g",
  },
];
