package io.github.ecsdiscovery.generator.cli.fuzz;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words that fuzzed configs consist of: keys and enum values, and values at and beyond the bounds. */
final class FuzzWords {
    /** Values that are valid or almost valid for some key. */
    private static final List<String> VALUES = List.of(
            "true",
            "yes",
            "~",
            "",
            "0",
            "-1",
            "1",
            "2",
            "3",
            "5",
            "120",
            "121",
            "200",
            "443",
            "512",
            "1024",
            "4096",
            "65535",
            "65536",
            "122880",
            "2147483647",
            "2147483648",
            "1e3",
            "0o17",
            "1_000",
            "0.0.0.0/0",
            "10.0.0.0/16",
            "10.0.0.0/20",
            "10.0.1.0/33",
            "::/0",
            "172.20.0.0/18",
            "8080/tcp",
            "53/udp",
            "50051/grpc",
            "0/udp",
            "a:b",
            "orders",
            "orders:admin",
            "orders-api",
            "x.internal",
            "_a._b",
            "eu-west-1",
            "apne1-az4",
            "use1-az3",
            "vpc-0123456789abcdef0",
            "subnet-0123456789abcdef0",
            "sg-0123456789abcdef0",
            "pl-0123456789abcdef0",
            "ns-0123456789abcdef",
            "nginx:1.27",
            "a/b@sha256:0123",
            "latest",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:${AWS::Partition}:s3:::a/*",
            "s3:GetObject",
            "sqs:*",
            "*",
            "StringEquals",
            "aws:SecureTransport",
            "${AWS::Region}",
            "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/a:1",
            "${AWS::Stak}",
            "${",
            "$${a}",
            "é",
            "日本",
            "🍣",
            "e\u0301",
            "\u00a0",
            "/tmp",
            "/",
            "root",
            "10001:10001",
            "NAME",
            "a\nb",
            "a\tb");

    private FuzzWords() {}

    /** Returns all keys and enum values, sorted, followed by {@link #VALUES}. */
    static List<String> all() {
        Set<String> words = new TreeSet<>();
        collect(KeySchemas.document(), words);
        List<String> all = new ArrayList<>(words);
        all.addAll(VALUES);
        return all;
    }

    /** Returns valid and invalid paths for {@code --set}. */
    static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("", ".", "a.b", "services.orders", "environments.e.tag"));
        collect(KeySchemas.document(), "", paths);
        return paths;
    }

    private static void collect(KeySchema shape, String path, List<String> paths) {
        if (shape instanceof KeySchema.RecordOf fixed) {
            for (KeySchema.KeyDefinition key : fixed.keys()) {
                if (!key.name().equals("environments")) {
                    collect(key.schema(), path + "." + key.name(), paths);
                }
            }
        } else if (shape instanceof KeySchema.MapOf map) {
            collect(map.value(), path + ".orders", paths);
        } else {
            paths.add(path.substring(1));
        }
    }

    private static void collect(KeySchema shape, Set<String> words) {
        if (shape instanceof KeySchema.RecordOf fixed) {
            for (KeySchema.KeyDefinition key : fixed.keys()) {
                if (words.add(key.name()) || !key.name().equals("environments")) {
                    collect(key.schema(), words);
                }
            }
        } else if (shape instanceof KeySchema.ListOf list) {
            collect(list.item(), words);
        } else if (shape instanceof KeySchema.MapOf map) {
            collect(map.value(), words);
        } else if (shape instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(way -> collect(way.schema(), words));
        } else if (shape instanceof KeySchema.EnumValue word) {
            words.addAll(word.values());
        }
    }
}
