package io.github.ecsdiscovery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.service.peer.Target;
import io.github.ecsdiscovery.service.web.AccessLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void defaultsSuitALaptop() {
        Settings settings = Settings.of(Map.of("PORT", "", "HOME", "/home/me"));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.name()).isEqualTo("service");
        assertThat(settings.targets()).isEmpty();
        assertThat(settings.lameDuck()).isZero();
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.accessLog()).isEqualTo(AccessLog.ERRORS);
        assertThat(settings.dnsServer()).isEmpty();
    }

    @Test
    void readsTheVariablesOfTheTemplate() {
        Settings settings = Settings.of(Map.of(
                "SERVICE_NAME", "myservice-a",
                "PORT", "80",
                "SERVICE_CALLS", "serviceB,cache,orders-admin",
                "SERVICE_B_URL", "http://myservice-b.ecs_service_discovery.local:80",
                "CACHE_HOST", "cache.ecs_service_discovery.local",
                "CACHE_PORT", "6379",
                "ORDERS_ADMIN_URL", "http://orders.ecs_service_discovery.local:9090",
                "SERVICE_LAME_DUCK", "25",
                "SERVICE_DRAIN", "15"));

        assertThat(settings.port()).isEqualTo(80);
        assertThat(settings.name()).isEqualTo("myservice-a");
        assertThat(settings.targets())
                .containsExactly(
                        new Target("serviceB", "myservice-b.ecs_service_discovery.local", 80),
                        new Target("orders-admin", "orders.ecs_service_discovery.local", 9090));
        assertThat(settings.lameDuck()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({"orders,ORDERS", "orders-admin,ORDERS_ADMIN", "serviceA,SERVICE_A", "v2API,V2_API", "API,API"})
    void derivesVariablePrefixesFromAliases(String alias, String prefix) {
        assertThat(Settings.prefix(alias)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT              | eighty         | PORT is `eighty`; expected a number from 1 to 65535",
                "PORT              | 65536          | PORT is `65536`; expected a number from 1 to 65535",
                "PORT              | 0              | PORT is `0`; expected a number from 1 to 65535",
                "SERVICE_LAME_DUCK | 25s            | SERVICE_LAME_DUCK is `25s`; expected a number of seconds from 0 to 600",
                "SERVICE_DRAIN     | -1             | SERVICE_DRAIN is `-1`; expected a number of seconds from 0 to 600",
                "ACCESS_LOG        | some           | ACCESS_LOG is `some`; expected all, errors or none",
                "DNS_SERVER        | dns.internal   | DNS_SERVER is `dns.internal`; expected ADDRESS or ADDRESS:PORT",
                "SERVICE_CALLS     | orders,serviceB| SERVICE_CALLS contains `serviceB`, but SERVICE_B_URL is not set",
                "ORDERS_URL        | https://o:443  | ORDERS_URL is `https://o:443`; expected http://HOST:PORT without a path",
                "ORDERS_URL        | http://o:80/x  | ORDERS_URL is `http://o:80/x`; expected http://HOST:PORT without a path",
                "ORDERS_URL        | http://o:99999 | ORDERS_URL is `http://o:99999`; expected http://HOST:PORT without a path",
            })
    void rejectsInvalidValues(String variable, String value, String message) {
        Map<String, String> environment =
                new HashMap<>(Map.of("SERVICE_CALLS", "orders", "ORDERS_URL", "http://orders.shop.internal:8080"));
        environment.put(variable, value);

        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }
}
