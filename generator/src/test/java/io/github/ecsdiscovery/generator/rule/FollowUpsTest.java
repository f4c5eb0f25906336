package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that rules report nothing that only follows from a problem which was reported already. */
final class FollowUpsTest {
    private static final String VPC = "vpc: {id: vpc-0123456789abcdef0, cidr: 10.0.0.0/16, subnets: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag: '1'\nservices: {orders: {calls: [payments]}, payments: {port: 99999}}",
                "tag: '1'\nservices: {orders: {calls: [payments]}, payments: {ports: {http: 99999}}}",
                "tag: '1'\nservices: {orders: {calls: ['payments:http']}, payments: {ports: {http: 99999, admin: 1}}}",
                "tag: '1'\nservices: {orders: {calls: [payments]}, payments: 12}",
                "tag: '1'\nservices: {orders: {calls: [payments]}, payments: {port: 80, discovery: {ttl: 0}}}",
                "tag: '1'\nservices: {orders: {cpu: 300, memory: 4096}}",
                "tag: '1'\ndefaults: {cpu: 300}\nservices: {orders: {memory: 4096}}",
                "tag: '1'\nservices: {orders: {cpu: 1024, memory: 1}}",
                "tag: '1'\nservices: {orders: {port: http, ingress: [0.0.0.0/0], discovery: dns}}",
                "tag: '1'\nservices: {orders: {capacity: {FARGATE: -1}}}",
                "tag: '1'\nservices: {orders: {capacity: {FARGATE: x, FARGATE_SPOT: 1, base: 1}}}",
                "tag: '1'\nservices: {orders: {policies: [{Action: {}, Resource: '*'}]}}",
                "tag: '1'\nservices: {orders: {count: 1, deployment: {minPercent: 100, maxPercent: x}}}",
                "tag: '1'\nservices: {orders: {exec: true, readonlyRootFilesystem: yes}}",
                "tag: a b\nservices: {orders: {}}",
                "services: {orders: {image: 'a b'}}",
                "services: {orders: {tag: a b}}",
                "namespace: {id: ns-abcdefgh, name: A}\nnetwork: {" + VPC
                        + "{public: [subnet-01234567]}}}\nservices: {}",
                "namespace: {id: ns-abcdefgh, name: a.b}\nnetwork: {vpc: {id: vpc-1}}\nservices: {}",
                "network: {placement: private, vpc: {id: vpc-1}}\nservices: {}",
                "network: {" + VPC + "{public: [subnet-1]}}}\nservices: {}",
                "network: {placement: privat, " + VPC + "{private: [subnet-01234567]}}}\nservices: {}",
                "tag: '1'\nnetwork: {vpc: {}}\nservices: {orders: {port: 80, ingress: [sg-01234567]}}",
                "tag: '1'\nnetwork: {securityGroups: share}\nservices: {orders: {egress: [{to: 0.0.0.0/0, port: 443}]}}",
                "region: eu-west\nnetwork: {zones: {1: use1-az1, 2: use1-az2}}\nservices: {}"
            })
    void reportsNoErrorThatFollowsFromAnother(String rest) {
        Checked checked = Checked.of("name: shop\n" + rest);

        assertThat(checked.reading().problems()).isNotEmpty();
        assertThat(checked.ids()).noneMatch(id -> id.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag: '1'\nservices: {orders: {port: 80, healthCheck: {comand: x}}}",
                "tag: '1'\nservices: {orders: {port: 80, healthCheck: {command: x, interval: 1s}}}",
                "tag: '1'\nservices: {orders: {egress: [{to: 0.0.0.0/0, port: https}]}}",
                "tag: '1'\nservices: {orders: {egress: [{to: anywhere, port: 443}]}}",
                "namespace: {name: A_B.local}\nservices: {}",
                "tag: '1'\nservices: {orders: {stopTimeout: 1}}",
                "tag: '1'\nservices: {orders: {port: 80, healthCheck: {command: x}, discovery: {records: [SRV, B]}}}"
            })
    void reportsNoWarningThatFollowsFromAnError(String rest) {
        Checked checked = Checked.of("name: shop\n" + rest);

        assertThat(checked.reading().problems()).isNotEmpty();
        assertThat(checked.ids()).isEmpty();
    }
}
