package dev.cutoff.local.bench.flash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row for the stock, locked by {@code SELECT … FOR UPDATE} until the sale is written. */
final class ForUpdate extends PostgresRival {
  ForUpdate(Postgres postgres) {
    super(postgres);
  }

  @Override
  public void open(long units) {
    transaction(connection -> {
      run(
          connection,
          List.of(
              "DROP TABLE IF EXISTS stock, sales",
              "CREATE TABLE stock (sku text PRIMARY KEY, available bigint NOT NULL)",
              "CREATE TABLE sales (order_id text PRIMARY KEY, units bigint NOT NULL)"));
      update(connection, "INSERT INTO stock VALUES (?, ?)", FlashGoods.SKU, units);
      return units;
    });
  }

  @Override
  public Answer sell(String orderId, long units) {
    return transaction(connection -> {
      if (locked(connection) < units) {
        return Answer.SOLD_OUT;
      }
      update(
          connection,
          "UPDATE stock SET available = available - ? WHERE sku = ?",
          units,
          FlashGoods.SKU);
      update(connection, "INSERT INTO sales VALUES (?, ?)", orderId, units);
      return Answer.SOLD;
    });
  }

  private static long locked(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT available FROM stock WHERE sku = ? FOR UPDATE")) {
      select.setString(1, FlashGoods.SKU);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public Books books() {
    return transaction(connection ->
        new Books(
            number(connection, "SELECT sum(available) FROM stock"),
            number(connection, "SELECT coalesce(sum(units), 0) FROM sales")));
  }
}
