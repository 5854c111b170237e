import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

// Five minutes is WAF's window. A hall of people behind one router verifies a few thousand certificates in it.
const requestsInFiveMinutes = { everywhere: 20_000, writing: 3000 };

/** The firewall before CloudFront: known attacks, known bad addresses, and limits per address. */
export function firewall(scope: Construct, stage: Stage): wafv2.CfnWebACL {
  const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });
  const managed = (name: string, priority: number, counted: readonly string[] = []): wafv2.CfnWebACL.RuleProperty => ({
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((each) => ({ name: each, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seen(name),
  });
  const limit = (name: string, priority: number, most: number, scopeDownStatement?: object): wafv2.CfnWebACL.RuleProperty => ({
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: { rateBasedStatement: { limit: most, aggregateKeyType: 'IP', ...(scopeDownStatement && { scopeDownStatement }) } },
    visibilityConfig: seen(name),
  });
  const reading = {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: 'GET',
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
  return new wafv2.CfnWebACL(scope, 'Firewall', {
    name: `pho-so-${stage.name}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: seen(`pho-so-${stage.name}`),
    rules: [
      limit('limit-everywhere', 0, requestsInFiveMinutes.everywhere),
      limit('limit-writing', 1, requestsInFiveMinutes.writing, { notStatement: { statement: reading } }),
      managed('AWSManagedRulesAmazonIpReputationList', 2),
      // Imports and certificates that are checked are larger than this rule's 8 KB; the handlers bound every body themselves. A merchant's name
      // may look like script: what leaves is text, never markup.
      managed('AWSManagedRulesCommonRuleSet', 3, ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY']),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 4),
    ],
  });
}
