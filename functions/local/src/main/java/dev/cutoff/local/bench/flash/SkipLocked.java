package dev.cutoff.local.bench.flash;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One row for each unit; a buyer takes those that nobody else has locked. */
final class SkipLocked extends PostgresRival {
  SkipLocked(Postgres postgres) {
    super(postgres);
  }

  @Override
  public void open(long units) {
    transaction(connection -> {
      run(
          connection,
          List.of(
              "DROP TABLE IF EXISTS units",
              "CREATE TABLE units (id bigint PRIMARY KEY, sku text NOT NULL, order_id text)",
              "CREATE INDEX free_units ON units (sku, id) WHERE order_id IS NULL"));
      update(
          connection,
          "INSERT INTO units SELECT id, ?, NULL FROM generate_series(1, ?) AS id",
          FlashGoods.SKU,
          units);
      return units;
    });
  }

  @Override
  public Answer sell(String orderId, long units) {
    return transaction(connection -> {
      List<Long> free = free(connection, units);
      if (free.size() < units) {
        return Answer.SOLD_OUT;
      }
      Array ids = connection.createArrayOf("bigint", free.toArray());
      update(connection, "UPDATE units SET order_id = ? WHERE id = ANY (?)", orderId, ids);
      return Answer.SOLD;
    });
  }

  private static List<Long> free(Connection connection, long units) throws SQLException {
    List<Long> free = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM units WHERE sku = ? AND order_id IS NULL ORDER BY id LIMIT ?"
                + " FOR UPDATE SKIP LOCKED")) {
      select.setString(1, FlashGoods.SKU);
      select.setLong(2, units);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          free.add(rows.getLong(1));
        }
      }
    }
    return free;
  }

  @Override
  public Books books() {
    return transaction(connection ->
        new Books(
            number(connection, "SELECT count(*) FROM units WHERE order_id IS NULL"),
            number(connection, "SELECT count(*) FROM units WHERE order_id IS NOT NULL")));
  }
}
