package io.github.ecsdiscovery.generator.rule.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistinctCallVariablesTest {
    /** The rule compares only aliases with each other, so no other variable may look like the variable of an alias. */
    @Test
    void variablesOfTheServiceDoNotLookLikeVariablesOfAliases() {
        List<String> fixed = ContractVariables.all().stream()
                .map(ContractVariables.ContractVariable::name)
                .filter(name -> !name.startsWith("<"))
                .toList();

        assertThat(fixed)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(name)
                        .doesNotEndWith("_HOST")
                        .doesNotEndWith("_PORT")
                        .doesNotEndWith("_URL"));
    }
}
