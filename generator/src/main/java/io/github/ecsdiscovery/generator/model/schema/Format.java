package io.github.ecsdiscovery.generator.model.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms that texts of a config have. Where AWS names a rule, it is the one of its API reference. */
public enum Format {
    TEXT("[\\s\\S]*", "a text"),
    LABEL_40(
            "[a-z]([a-z0-9-]{0,38}[a-z0-9])?",
            "a DNS label of at most 40 lower-case letters, digits and `-` that begins with a letter"),
    LABEL_50(
            "[a-z]([a-z0-9-]{0,48}[a-z0-9])?",
            "a DNS label of at most 50 lower-case letters, digits and `-` that begins with a letter"),
    PORT_NAME(
            "[a-z]([a-z0-9-]{0,18}[a-z0-9])?",
            "at most 20 lower-case letters, digits and `-` that begin with a letter"),
    ALIAS("[A-Za-z][A-Za-z0-9-]{0,49}", "at most 50 letters, digits and `-` that begin with a letter"),
    CALL(
            "[a-z]([a-z0-9-]{0,48}[a-z0-9])?(:[a-z]([a-z0-9-]{0,18}[a-z0-9])?)?",
            "a service, or a service and the name of one of its ports, such as `orders:admin`"),
    REGION("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}", "a Region such as `eu-west-1`"),
    REGISTRY("(\\$\\{AWS::[A-Za-z]+\\}|[A-Za-z0-9._:/-]){1,200}", "a registry's host and path, such as `ghcr.io/acme`"),
    IMAGE("(\\$\\{AWS::[A-Za-z]+\\}|[A-Za-z0-9._:/@-]){1,400}", "an image, such as `ghcr.io/acme/orders:1.4`"),
    IMAGE_TAG("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}", "an image tag: letters, digits, `_`, `.` and `-`, at most 128"),
    CIDR(Part.CIDR, "an IPv4 network such as `10.0.0.0/16`"),
    PORT(
            Part.TO_65535 + "(/(http|tcp|grpc|udp))?",
            "a port from 1 to 65535, such as `8080`, `6379/tcp`, `50051/grpc` or `53/udp`"),
    SOURCE(
            Part.CIDR + "|(sg|pl)-[0-9a-f]{8,17}",
            "an IPv4 network such as `10.0.0.0/16`, a security group `sg-…` or a prefix list `pl-…`"),
    ZONE_POSITION("[1-6]", "a position from 1 to 6"),
    ZONE_ID("[a-z]{3,4}[0-9]+-az[0-9]+", "a zone id such as `apne1-az4`"),
    STACK(
            "[A-Za-z][A-Za-z0-9-]{0,127}",
            "a stack's name: letters, digits and `-`, at most 128, that begin with a letter"),
    NAMESPACE(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*",
            "a domain name in lower case, such as `shop.internal`"),
    NAMESPACE_ID("ns-[a-z0-9]{1,60}", "a namespace's id `ns-…`"),
    VPC_ID("vpc-[0-9a-f]{8,17}", "a VPC's id `vpc-…`"),
    SUBNET_ID("subnet-[0-9a-f]{8,17}", "a subnet's id `subnet-…`"),
    AWS_SERVICE(
            "(?!(none|gateway|com[.-].*)$)(?=.{1,60}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*",
            "a service of AWS as its endpoints are named behind the Region, such as `secretsmanager` or `ecr.api`, or `all`"),
    CLUSTER("[A-Za-z0-9_-]{1,255}", "a cluster's name: letters, digits, `_` and `-`, at most 255"),
    VARIABLE("[^=\\s\\p{Z}]{1,255}", "a variable's name without `=` and spaces, at most 255 characters"),
    USER(
            "[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,62})?",
            "a user, or a user and a group, such as `10001:10001`"),
    COMMAND("[\\s\\S]*[^\\s\\p{Z}][\\s\\S]*", "a command"),
    ABSOLUTE_PATH("/[^:\\s\\p{Z}]{0,254}", "an absolute path such as `/tmp`"),
    TAG_KEY(
            "(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}",
            "at most 128 letters, digits, spaces and `_.:/=+-@` that do not begin with `aws:`"),
    TAG_VALUE(
            "(\\$\\{AWS::(AccountId|Partition|Region|StackId|StackName|URLSuffix)\\}|[\\p{L}\\p{Z}\\p{N}_.:/=+@-]){0,256}",
            "at most 256 letters, digits, spaces and `_.:/=+-@`"),
    POLICY_ARN(
            "arn:(aws[a-z-]*|\\$\\{AWS::Partition\\}):iam::(aws|[0-9]{12}|\\$\\{AWS::AccountId\\}):policy/[A-Za-z0-9+=,.@_/-]{1,500}",
            "the ARN of a managed policy, such as `arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess`"),
    SECRET(
            Part.arn("secretsmanager") + "secret:" + Part.SECRET_NAME + "|" + Part.SECRET_NAME,
            "the name or ARN of a secret, such as `shop/db`, without what ECS puts behind it for a key of its JSON"),
    PARAMETER(
            Part.arn("ssm") + "parameter" + Part.PARAMETER_PATH + "|(?=.{1,1011}$)(" + Part.PARAMETER_PATH + "|"
                    + Part.PARAMETER_WORD + ")",
            "the name or ARN of a parameter, such as `/shop/token`, with at most 15 parts that each have a `/` before them"),
    JSON_KEY("[^:\\s\\p{Z}]{1,255}", "a key of the secret's JSON, without `:` and spaces"),
    KMS_KEY(
            Part.arn("kms") + "key/[A-Za-z0-9-]{1,64}",
            "the ARN of a KMS key, such as `arn:aws:kms:eu-west-1:111122223333:key/mrk-0123`; an alias is none"),
    STATEMENT_ID("[A-Za-z0-9]{1,64}", "at most 64 letters and digits"),
    CONDITION(
            "[A-Za-z][A-Za-z0-9:/._${}@+=-]{0,199}",
            "a condition's operator or key, such as `StringEquals` or `aws:SourceVpc`"),
    CERTIFICATE_ARN(
            "arn:aws[a-z-]*:acm:[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}",
            "the ARN of a certificate of ACM, such as `arn:aws:acm:eu-west-1:123456789012:certificate/…`"),
    HOST(Part.HOST, "a domain name in lower case, such as `shop.example.com`"),
    HOST_PATTERN(
            "(?=.{1,128}$)(\\*\\.)?" + Part.LABELS,
            "a host in lower case, such as `shop.example.com` or `*.example.com`"),
    HOSTED_ZONE("Z[A-Z0-9]{1,31}", "a hosted zone's id `Z…`"),
    HTTP_PATH(
            "/|(?=.{1,126}$)(/[A-Za-z0-9_.~$@:+-]+){1,8}",
            "a path such as `/shop`, of at most 8 parts and 126 characters, without `*` and without a slash at the end"),
    HEALTH_PATH("/[!-~]{0,1023}", "a path such as `/health/ready`"),
    STATUS_CODES(
            "[2-4][0-9]{2}(-[2-4][0-9]{2})?(,[2-4][0-9]{2}(-[2-4][0-9]{2})?){0,10}",
            "status codes from 200 to 499, such as `200`, `200,204` or `200-299`"),
    ALARM_NAME(
            "[^\\p{Cc}\\p{Z}]([^\\p{Cc}]{0,253}[^\\p{Cc}\\p{Z}])?",
            "an alarm's name of at most 255 characters, without a space at its ends"),
    TOPIC_ARN(
            Part.arn("sns") + "[A-Za-z0-9_-]{1,256}",
            "the ARN of a topic of SNS, such as `arn:aws:sns:eu-west-1:111122223333:alarms`"),
    PROBLEM_ID("[a-z0-9-]{1,80}", "the id of a warning, such as `no-health-check`"),
    ;

    private final String regex;
    private final String expected;

    // Compiled when first asked for: a run needs few of them.
    @SuppressWarnings("ImmutableEnumChecker")
    private @Nullable Pattern pattern;

    Format(String regex, String expected) {
        this.regex = regex;
        this.expected = expected;
    }

    /** The whole text's pattern, as a schema has it too. */
    public String regex() {
        return regex;
    }

    /** What was expected: a phrase that follows the words {@code expected …}. */
    public String expected() {
        return expected;
    }

    public boolean matches(String text) {
        if (this == TEXT) {
            return true;
        }
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(regex);
            pattern = compiled;
        }
        return compiled.matcher(text).matches();
    }

    /** The nearest text that has the form, where only case, underscores, dots and spaces are in the way. */
    public Optional<String> repaired(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String candidate = matches(lower) ? lower : lower.replaceAll("[_. ]+", "-");
        return candidate.equals(text) || !matches(candidate) ? Optional.empty() : Optional.of(candidate);
    }

    /** What several forms have in common. */
    private static final class Part {
        private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
        private static final String CIDR = OCTET + "(\\." + OCTET + "){3}/(3[0-2]|[12]?[0-9])";
        private static final String TO_65535 =
                "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

        /** The last of them begins with a letter: else it were an address, or a number. */
        private static final String LABELS = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

        /** Certificates of ACM hold 64 characters at the first place. */
        private static final String HOST = "(?=.{1,64}$)" + LABELS;

        private static final String PSEUDO = "\\$\\{AWS::(AccountId|Partition|Region|StackName|URLSuffix)\\}";
        private static final String SECRET_NAME = "(" + PSEUDO + "|[A-Za-z0-9/_+=.@-]){1,512}";
        private static final String PARAMETER_WORD = "(" + PSEUDO + "|[A-Za-z0-9_.-])+";
        private static final String PARAMETER_PATH = "(/" + PARAMETER_WORD + "){1,15}";

        private Part() {}

        /** The beginning of an ARN in a Region and an account. */
        private static String arn(String service) {
            return "arn:(aws[a-z-]*|\\$\\{AWS::Partition\\}):" + service
                    + ":([a-z0-9-]{1,32}|\\$\\{AWS::Region\\}):([0-9]{12}|\\$\\{AWS::AccountId\\}):";
        }
    }
}
