package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The services of AWS that tasks ask for, and which tasks do: from this table follow the endpoints of a network. */
public enum AwsService {
    ECR_API("ecr.api", "an image in ECR: the token to pull with", false, true, Asking::isKeptInEcr),
    ECR_DKR("ecr.dkr", "an image in ECR: its manifest", false, true, Asking::isKeptInEcr),
    S3("s3", "an image in ECR: its layers", true, true, Asking::isKeptInEcr),
    LOGS("logs", "every service: what its tasks say", false, true, asking -> true),
    SSM_MESSAGES(
            "ssmmessages",
            "a service with `exec`: its sessions",
            false,
            false,
            asking -> asking.service().exec()),
    ;

    private final String word;
    private final String meaning;
    private final boolean gateway;
    private final boolean usual;
    private final Predicate<Asking> asks;

    AwsService(String word, String meaning, boolean gateway, boolean usual, Predicate<Asking> asks) {
        this.word = word;
        this.meaning = meaning;
        this.gateway = gateway;
        this.usual = usual;
        this.asks = asks;
    }

    /** Who asks. */
    private record Asking(Config config, String name, Service service) {
        boolean isKeptInEcr() {
            return ImageReference.of(config, name, service).isInEcr();
        }
    }

    /** Those that the tasks of one service ask for. */
    static List<AwsService> of(Config config, String name, Service service) {
        Asking asking = new Asking(config, name, service);
        return Arrays.stream(values()).filter(one -> one.asks.test(asking)).toList();
    }

    /**
     * Those that the tasks of a config ask for. A platform alone has no tasks: it is there for stacks that join it, whose tasks
     * ask for what is usual.
     */
    static Set<AwsService> of(Config config) {
        Set<AwsService> all = EnumSet.noneOf(AwsService.class);
        config.services().forEach((name, service) -> all.addAll(of(config, name, service)));
        if (config.services().isEmpty()) {
            Arrays.stream(values()).filter(one -> one.usual).forEach(all::add);
        }
        return all;
    }

    /** Who asks it, and for what. */
    public String meaning() {
        return meaning;
    }

    /** Whether its endpoint is a gateway: a route, which costs nothing. */
    public boolean isGateway() {
        return gateway;
    }

    /** As its endpoints are named: {@code ecr.api}. */
    @Override
    public String toString() {
        return word;
    }
}
