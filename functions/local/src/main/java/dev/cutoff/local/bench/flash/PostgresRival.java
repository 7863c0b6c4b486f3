package dev.cutoff.local.bench.flash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What the two rivals on PostgreSQL share: connections, one for each buyer who is being served. */
abstract class PostgresRival implements Rival {
  private final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(Rush.AT_ONCE);

  PostgresRival(Postgres postgres) {
    try {
      for (int i = 0; i < Rush.AT_ONCE; i++) {
        pool.add(postgres.connect());
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException("PostgreSQL takes no connection", e);
    }
  }

  /** One transaction's work. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  <T> T transaction(Work<T> work) {
    Connection connection;
    try {
      connection = pool.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      connection.setAutoCommit(false);
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL: " + e.getMessage(), e);
    } finally {
      pool.add(connection);
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  static void update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() {
    for (Connection connection : pool) {
      try {
        connection.close();
      } catch (SQLException alreadyGone) {
        // The server is stopped anyway.
      }
    }
    pool.clear();
  }
}
