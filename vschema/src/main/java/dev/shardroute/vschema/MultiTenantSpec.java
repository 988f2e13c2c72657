package dev.shardroute.vschema;

import dev.shardroute.type.Type;
import java.util.Optional;

/**
 * How the rows of a keyspace's tenants are told apart while they are moved in.
 *
 * @param tenantIdColumnName the column with the tenant; empty when not given
 * @param tenantIdColumnType its type, or empty when not given
 */
public record MultiTenantSpec(String tenantIdColumnName, Optional<Type> tenantIdColumnType) {}
