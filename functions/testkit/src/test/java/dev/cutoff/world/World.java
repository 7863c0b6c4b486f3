package dev.cutoff.world;

import dev.cutoff.audit.application.AuditingStock;
import dev.cutoff.audit.application.ComparingOrders;
import dev.cutoff.audit.application.ConfirmingDrift;
import dev.cutoff.audit.application.CorrectingStock;
import dev.cutoff.audit.application.KeepingBooks;
import dev.cutoff.audit.application.ListingDueCounts;
import dev.cutoff.audit.application.Patience;
import dev.cutoff.availability.application.HearingStock;
import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.JoiningWaiters;
import dev.cutoff.backorder.application.NotBefore;
import dev.cutoff.backorder.application.Promising;
import dev.cutoff.backorder.application.ServingBackorders;
import dev.cutoff.backorder.application.ServingWaiter;
import dev.cutoff.backorder.application.TendingBackorders;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.carrier.application.VerifyingAddress;
import dev.cutoff.dock.application.ClosingManifest;
import dev.cutoff.dock.application.EndingManifest;
import dev.cutoff.dock.application.GatheringParcels;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.dock.application.MissingPickup;
import dev.cutoff.dock.application.NamingVoidLabel;
import dev.cutoff.dock.application.ScanningAtDock;
import dev.cutoff.dock.application.WatchingDocks;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.Executions;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.exception.application.AssigningException;
import dev.cutoff.exception.application.AwaitingPayment;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.HoldingOrder;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.exception.application.RaisingPromiseRisk;
import dev.cutoff.exception.application.RaisingStockException;
import dev.cutoff.exception.application.ResolvingException;
import dev.cutoff.exception.application.ResolvingPromiseRisk;
import dev.cutoff.exception.application.ResolvingStockException;
import dev.cutoff.exception.application.ShippingLate;
import dev.cutoff.exception.application.Upgrading;
import dev.cutoff.exception.application.VoidingUnused;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.inbound.application.PromisingInbound;
import dev.cutoff.inbound.application.ReceivingInbound;
import dev.cutoff.inbound.application.SlippingInbound;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.notice.application.NoticeStops;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.NotifyingCustomer;
import dev.cutoff.notice.application.SendingNotice;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.notice.application.UpdatingStore;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Channels;
import dev.cutoff.order.application.CheckingAddress;
import dev.cutoff.order.application.Inbox;
import dev.cutoff.order.application.IngestingOrder;
import dev.cutoff.order.application.NewestDocument;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.ReceivingWebhook;
import dev.cutoff.order.application.RevisingOrder;
import dev.cutoff.order.application.Sweeping;
import dev.cutoff.order.application.Waking;
import dev.cutoff.page.application.AnsweringDelay;
import dev.cutoff.page.application.ShowingOrder;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.application.AskedRates;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AssessingPromise;
import dev.cutoff.plan.application.CountingLoads;
import dev.cutoff.plan.application.DeliveryPromises;
import dev.cutoff.plan.application.EndingDelay;
import dev.cutoff.plan.application.KeptQuotes;
import dev.cutoff.plan.application.LearnedTransits;
import dev.cutoff.plan.application.NotingDelay;
import dev.cutoff.plan.application.OfferingOneShipment;
import dev.cutoff.plan.application.PlanFinder;
import dev.cutoff.plan.application.PlanReceipts;
import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.plan.application.Planner;
import dev.cutoff.plan.application.PlanningShipments;
import dev.cutoff.plan.application.PromisingDelivery;
import dev.cutoff.plan.application.RecordedCircumstances;
import dev.cutoff.plan.application.Remorse;
import dev.cutoff.plan.application.SignedQuotes;
import dev.cutoff.plan.application.TellingDelay;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.plan.application.Unavailability;
import dev.cutoff.plan.application.WaitingForRest;
import dev.cutoff.plan.application.WatchingPromises;
import dev.cutoff.postage.application.AllowingPostage;
import dev.cutoff.postage.application.PostageBalances;
import dev.cutoff.postage.application.ResumingLabels;
import dev.cutoff.postage.application.SettlingLabel;
import dev.cutoff.postage.application.SettlingLabels;
import dev.cutoff.postage.application.UnusedLabels;
import dev.cutoff.postage.application.WatchingBalances;
import dev.cutoff.postage.application.WatchingUnusedLabels;
import dev.cutoff.shipment.application.AskingForLabels;
import dev.cutoff.shipment.application.BuyingLabel;
import dev.cutoff.shipment.application.BuyingLabels;
import dev.cutoff.shipment.application.BuyingReturnLabel;
import dev.cutoff.shipment.application.CancellingOrder;
import dev.cutoff.shipment.application.Compensating;
import dev.cutoff.shipment.application.HandingOver;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelPurchases;
import dev.cutoff.shipment.application.LabelRequests;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.shipment.application.MissingCutoff;
import dev.cutoff.shipment.application.PackingShipment;
import dev.cutoff.shipment.application.PackingSlips;
import dev.cutoff.shipment.application.PlanningAgain;
import dev.cutoff.shipment.application.PricingAgain;
import dev.cutoff.shipment.application.ReplacingLabels;
import dev.cutoff.shipment.application.ReturnRates;
import dev.cutoff.shipment.application.TellingPacked;
import dev.cutoff.shipment.application.Undoing;
import dev.cutoff.shipment.application.WaitingForBench;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Allocating;
import dev.cutoff.stock.application.DisputingCount;
import dev.cutoff.stock.application.HotPath;
import dev.cutoff.stock.application.MovingReservations;
import dev.cutoff.stock.application.ObservingStock;
import dev.cutoff.stock.application.PickingShipment;
import dev.cutoff.stock.application.ReservingStock;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import dev.cutoff.stock.application.Supplying;
import dev.cutoff.stock.application.TakingUnits;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FakeExecutions;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryBackorders;
import dev.cutoff.testkit.InMemoryBalances;
import dev.cutoff.testkit.InMemoryBooks;
import dev.cutoff.testkit.InMemoryCountPlans;
import dev.cutoff.testkit.InMemoryEffects;
import dev.cutoff.testkit.InMemoryExceptions;
import dev.cutoff.testkit.InMemoryInbounds;
import dev.cutoff.testkit.InMemoryInbox;
import dev.cutoff.testkit.InMemoryLabelAttempts;
import dev.cutoff.testkit.InMemoryLastQuotes;
import dev.cutoff.testkit.InMemoryLooseLabels;
import dev.cutoff.testkit.InMemoryManifests;
import dev.cutoff.testkit.InMemoryNoticeLog;
import dev.cutoff.testkit.InMemoryNoticeStops;
import dev.cutoff.testkit.InMemoryObjects;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.InMemoryPlannedLoads;
import dev.cutoff.testkit.InMemoryPostage;
import dev.cutoff.testkit.InMemoryShownStock;
import dev.cutoff.testkit.InMemoryStock;
import dev.cutoff.testkit.InMemoryTransitCounts;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.MapSecrets;
import dev.cutoff.testkit.RecordingAnnouncements;
import dev.cutoff.testkit.RecordingStockChanges;
import dev.cutoff.tracking.application.AnnouncingProgress;
import dev.cutoff.tracking.application.ApplyingScans;
import dev.cutoff.tracking.application.ExpectingArrival;
import dev.cutoff.tracking.application.LanesTaken;
import dev.cutoff.tracking.application.LearningTransit;
import dev.cutoff.tracking.application.NamingTrouble;
import dev.cutoff.tracking.application.PollingTracks;
import dev.cutoff.tracking.application.RecordingScans;
import dev.cutoff.tracking.application.TellingLateness;
import dev.cutoff.tracking.application.TellingProgress;
import dev.cutoff.tracking.application.TrackingSource;
import dev.cutoff.tracking.application.WatchingParcels;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The example shop with every use case, on fakes. It is Monday noon in New York. */
public final class World {
  public static final Map<String, String> SIGNED = Map.of("signature", "s3cret");

  public final Seam seam = new Seam();
  public final ManualClock clock = ManualClock.at("2026-11-23T17:05:10Z");
  public final FixedMerchants merchants = new FixedMerchants(AMerchant.shop());
  public final InMemoryOrders orders = new InMemoryOrders();
  public final InMemoryInbox inbox = new InMemoryInbox();
  public final InMemoryObjects objects = new InMemoryObjects();
  public final InMemoryStock stock = new InMemoryStock();
  public final InMemoryExceptions exceptions = new InMemoryExceptions();
  private final AtomicInteger arrivals = new AtomicInteger();
  public final InMemoryCountPlans plans = new InMemoryCountPlans();
  public final InMemoryEffects effects = new InMemoryEffects();
  public final InMemoryLabelAttempts attempts = new InMemoryLabelAttempts();
  public final InMemoryPostage postage = new InMemoryPostage();
  public final InMemoryBalances balances = new InMemoryBalances();
  public final InMemoryLooseLabels loose = new InMemoryLooseLabels();
  public final InTurn inTurn = new InTurn();
  public final InMemoryLastQuotes lastQuotes = new InMemoryLastQuotes();
  public final InMemoryPlannedLoads loads = new InMemoryPlannedLoads();
  public final InMemoryManifests manifests = new InMemoryManifests();
  public final InMemoryTransitCounts transits = new InMemoryTransitCounts();
  public final InMemoryInbounds inbounds = new InMemoryInbounds();
  public final InMemoryBackorders backorders = new InMemoryBackorders(inbounds);
  public final RecordingAnnouncements announcements = new RecordingAnnouncements();
  public final RecordingStockChanges stockChanges = new RecordingStockChanges();
  public final Changes queue = new Changes(stockChanges);
  public final ScriptedCarriers carriers = new ScriptedCarriers();
  public final BodyChannel channel = new BodyChannel("shopify");
  public final Paper paper = new Paper();
  public final Ears ears = new Ears();
  public final InMemoryNoticeLog noticeLog = new InMemoryNoticeLog();
  public final InMemoryNoticeStops noticeStops = new InMemoryNoticeStops();

  public final ReceivingWebhook receiving;
  public final IngestingOrder ingesting;
  public final ReservingStock reserving;
  public final AwaitingPayment awaiting;
  public final PlanningShipments planning;
  public final PromisingDelivery promisingDelivery;
  public final BuyingLabels labelling;
  public final BuyingReturnLabel returning;
  public final AnnouncingProgress announcing;
  public final HoldingOrder holding;
  public final Compensating compensating;
  public final CancellingOrder cancelling;
  public final HandingOver handingOver;
  public final PickingShipment picking;
  public final ScanningAtDock dock;
  public final PackingShipment packing;
  public final ClosingManifest closing;
  public final WatchingDocks docks;
  public final RecordingScans scanning;
  public final WatchingParcels parcels;
  public final ResolvingException resolving;
  public final AssigningException assigning;
  public final WatchingPromises watching;
  public final ResolvingPromiseRisk resolvingRisk;
  public final Sweeping sweeping;
  public final SettlingLabels settlingLabels;
  public final ResumingLabels resumingLabels;
  public final WatchingBalances watchingBalances;
  public final UnusedLabels unusedLabels;
  public final VoidingUnused voidingUnused;
  public final WatchingUnusedLabels watchingUnused;
  public final Undoing undoing;
  public final UpdatingStore updating;
  public final NotifyingCustomer notifying;
  public final ObservingStock observing;
  public final RaisingStockException raising;
  public final ResolvingStockException resolvingStock;
  public final AuditingStock auditing;
  public final KeepingBooks keeping;
  public final ListingDueCounts dueCounts;

  public final OfferingOneShipment offering;
  public final AnsweringDelay answering;
  public final PromisingInbound promising;
  public final SlippingInbound slipping;
  public final ReceivingInbound receivingInbound;
  public final ServingBackorders serving;
  public final TendingBackorders tending;

  /** With executions that only remember. */
  public World() {
    this(new FakeExecutions());
  }

  public World(Executions executionsOrFake) {
    this(executionsOrFake, new ScriptedCarriers());
  }

  /** With one more provider beside the scripted one. */
  public World(Executions executionsOrFake, CarrierProvider other) {
    Orders ordersPort = seam.around(Orders.class, orders);
    Inbox inboxPort = seam.around(Inbox.class, inbox);
    ObjectStore objectsPort = seam.around(ObjectStore.class, objects);
    Stock stockPort = seam.around(Stock.class, stock);
    Exceptions queue = seam.around(Exceptions.class, exceptions);
    Effects effectsPort = seam.around(Effects.class, effects);
    LabelAttempts rows = seam.around(LabelAttempts.class, attempts);
    Announcements topic = seam.around(Announcements.class, announcements);
    Executions machine = seam.around(Executions.class, executionsOrFake);
    Inbounds inboundsPort = seam.around(Inbounds.class, inbounds);
    Backorders list = seam.around(Backorders.class, backorders);
    StockChanges changes = seam.around(StockChanges.class, stockChanges);
    PlannedLoads loadsPort = seam.around(PlannedLoads.class, loads);
    Merchants shop = merchants;
    CountingLoads counting = new CountingLoads(loadsPort, shop);
    Geography atlas = new Atlas();
    AskingAll asking = inTurn;
    AtomicInteger number = new AtomicInteger();
    Tokens tokens = () -> "unguessable-token-" + number.incrementAndGet();
    MapSecrets secrets =
        new MapSecrets(
            Map.of(
                "acme-webhook", "s3cret",
                "bolt-webhook", "s3cret",
                "acme-api", "k",
                "bolt-api", "k",
                "swift-tracking", "s3cret",
                "parcelway-tracking", "s3cret"));
    Providers providers =
        new Providers(
            new LinkedHashSet<>(
                List.of(
                    seam.around(CarrierProvider.class, other),
                    seam.around(CarrierProvider.class, carriers))));
    Channels channels = new Channels(Set.of(channel, new BodyChannel("woocommerce")));

    Changing changing = new Changing(ordersPort, clock);
    Waking waking = new Waking(changing, queue, machine, clock);
    NewestDocument newest = new NewestDocument(objectsPort, shop, channels);
    RevisingOrder revising = new RevisingOrder(inboxPort, newest, changing, waking, clock);
    Allocating allocating = new Allocating(stockPort, shop, atlas, clock);
    LooseLabels looseList = seam.around(LooseLabels.class, loose);
    LabelRequests requests = new LabelRequests(shop);
    LabelPurchases purchases =
        new LabelPurchases(rows, looseList, providers, objectsPort, shop, requests, clock);
    NotBefore notBefore = new NotBefore(shop, clock);
    JoiningWaiters joining = new JoiningWaiters(list, notBefore, changing, changes, clock);
    TakingUnits taking =
        new TakingUnits(
            stockPort, allocating, notBefore, changing, changes, clock, new HotPath(clock));
    undoing =
        new Undoing(rows, purchases, shop, stockPort, changes, joining, counting, changing, clock);
    CarrierHealth health = new CarrierHealth();
    AskingCarriers asksCarriers =
        new AskingCarriers(providers, asking, health, new KeptQuotes(lastQuotes), shop, clock);
    BuyingLabel buying =
        new BuyingLabel(
            rows,
            purchases,
            new AskingForLabels(
                providers,
                purchases,
                requests,
                new AllowingPostage(postage, postage, rows, shop, clock),
                health,
                clock),
            new PlanningAgain(rows),
            ordersPort,
            clock);
    PricingAgain pricing = new PricingAgain(asksCarriers, purchases, health, shop, clock);
    PackingSlips slips = new PackingSlips(paper, objectsPort, shop);
    Planner planner =
        new Planner(
            atlas,
            new UnitBoxes(),
            new AskedRates(providers, asksCarriers),
            Holidays.NONE,
            new RecordedCircumstances(loadsPort, new LearnedTransits(transits, clock), postage));
    NotingDelay noting = new NotingDelay(changing, shop, clock);
    TellingDelay tellingDelay = new TellingDelay(noting, topic);
    PlanFinder finder = new PlanFinder(shop, allocating, planner);
    SignedQuotes quotes = new SignedQuotes(secrets);
    DeliveryPromises promises = new DeliveryPromises(shop, atlas, Holidays.NONE, quotes);
    receiving =
        new ReceivingWebhook(
            shop,
            secrets,
            channels,
            objectsPort,
            ordersPort,
            inboxPort,
            machine,
            revising,
            new HearingStock(shop, new InMemoryShownStock(), changes),
            clock);
    VerifyingAddress verifying = new VerifyingAddress(providers, asking, health, shop, clock);
    ingesting =
        new IngestingOrder(
            ordersPort,
            inboxPort,
            newest,
            revising,
            shop,
            atlas,
            new CheckingAddress(verifying, shop, changing, clock),
            changing,
            clock,
            tokens);
    reserving =
        new ReservingStock(
            ordersPort,
            new Supplying(allocating, taking, list, joining, notBefore, changing, shop, clock),
            undoing,
            changing,
            machine,
            topic);
    awaiting = new AwaitingPayment(changing, machine, shop, clock);
    MovingReservations moving = new MovingReservations(stockPort, allocating, changes, clock);
    planning =
        new PlanningShipments(
            ordersPort,
            shop,
            allocating,
            moving,
            finder,
            promises,
            new PlanReceipts(paper, shop),
            rows,
            changing,
            counting,
            new WaitingForRest(inboundsPort, list, notBefore, allocating, finder, planner, shop),
            new Remorse(shop, clock),
            tellingDelay,
            clock);
    offering = new OfferingOneShipment(ordersPort, allocating, moving, finder, shop, clock);
    promisingDelivery =
        new PromisingDelivery(
            shop,
            atlas,
            allocating,
            notBefore,
            finder,
            promises,
            quotes,
            new Unavailability(inboundsPort),
            clock);
    returning =
        new BuyingReturnLabel(
            rows,
            buying,
            pricing,
            new ReturnRates(asksCarriers, shop),
            ordersPort,
            shop,
            changing,
            clock);
    ReplacingLabels replacing = new ReplacingLabels(rows, purchases);
    labelling =
        new BuyingLabels(
            ordersPort,
            revising,
            buying,
            pricing,
            replacing,
            new WaitingForBench(shop, changing, clock),
            slips,
            shop,
            changing,
            clock);
    handingOver = new HandingOver(changing, stockPort, changes, counting, topic);
    RaisingDockException raisingAtDock = new RaisingDockException(queue, shop, clock);
    watchingBalances =
        new WatchingBalances(
            seam.around(PostageBalances.class, balances), providers, raisingAtDock, shop, clock);
    NamingVoidLabel naming = new NamingVoidLabel(raisingAtDock);
    dock = new ScanningAtDock(ordersPort, rows, handingOver, naming);
    Manifests manifestRows = seam.around(Manifests.class, manifests);
    GatheringParcels gathering = new GatheringParcels(ordersPort);
    closing =
        new ClosingManifest(
            manifestRows,
            gathering,
            new EndingManifest(
                handingOver, naming, raisingAtDock, providers, Holidays.NONE, shop, clock),
            providers,
            (manifest, name, node, carrier) ->
                manifest.id().reference().getBytes(StandardCharsets.UTF_8),
            objectsPort,
            raisingAtDock,
            shop,
            clock);
    docks =
        new WatchingDocks(
            manifestRows,
            closing,
            gathering,
            new MissingPickup(manifestRows, ordersPort, raisingAtDock, shop, clock),
            providers,
            Holidays.NONE,
            shop,
            clock);
    packing =
        new PackingShipment(
            ordersPort,
            pricing,
            manifestRows,
            naming,
            raisingAtDock,
            shop,
            changing,
            waking,
            new TellingPacked(topic),
            clock);
    picking = new PickingShipment(ordersPort, stockPort, counting, clock);
    announcing = new AnnouncingProgress(ordersPort, shop, handingOver);
    holding = new HoldingOrder(ordersPort, queue, machine, shop, changing, clock);
    compensating = new Compensating(revising, undoing, changing, topic, clock);
    cancelling = new CancellingOrder(changing, waking, clock);
    resolving = new ResolvingException(ordersPort, queue, machine, changing, waking, clock);
    settlingLabels =
        new SettlingLabels(looseList, ordersPort, new SettlingLabel(rows, purchases, shop), clock);
    resumingLabels = new ResumingLabels(queue, ordersPort, rows, postage, resolving, clock);
    Upgrading upgrading = new Upgrading(ordersPort, rows, machine, changing, waking, clock);
    unusedLabels = new UnusedLabels(rows, shop);
    voidingUnused = new VoidingUnused(queue, upgrading, clock);
    watchingUnused =
        new WatchingUnusedLabels(
            ordersPort, queue, unusedLabels, raisingAtDock, voidingUnused, clock);
    assigning = new AssigningException(queue);
    watching =
        new WatchingPromises(
            ordersPort,
            queue,
            new AssessingPromise(
                promises, planning, finder, allocating, moving, queue, shop, clock),
            new RaisingPromiseRisk(queue, shop, clock),
            tellingDelay,
            new EndingDelay(noting, cancelling, clock),
            clock);
    answering =
        new AnsweringDelay(
            new ShowingOrder(
                ordersPort,
                shop,
                atlas,
                new ExpectingArrival(
                    new LanesTaken(shop, atlas),
                    new LearnedTransits(transits, clock),
                    Holidays.NONE,
                    clock),
                clock),
            noting,
            changing,
            cancelling,
            clock);
    resolvingRisk =
        new ResolvingPromiseRisk(queue, upgrading, new ShippingLate(changing, tellingDelay), clock);
    sweeping =
        new Sweeping(
            ordersPort,
            inboxPort,
            machine,
            queue,
            revising,
            resolving,
            waking,
            new MissingCutoff(queue, shop, changing, waking, clock),
            clock);
    LanesTaken lanes = new LanesTaken(shop, atlas);
    NamingTrouble trouble = new NamingTrouble(queue, raisingAtDock, shop, clock);
    ApplyingScans applying =
        new ApplyingScans(
            ordersPort,
            changing,
            handingOver,
            naming,
            new TellingProgress(topic),
            trouble,
            new LearningTransit(
                seam.around(TransitCounts.class, transits), lanes, Holidays.NONE, clock));
    scanning =
        new RecordingScans(
            shop,
            secrets,
            Set.<TrackingSource>of(new ScanLines()),
            ordersPort,
            objectsPort,
            applying,
            clock);
    parcels =
        new WatchingParcels(
            ordersPort,
            queue,
            new PollingTracks(providers, asking, health, applying, shop, clock),
            trouble,
            new TellingLateness(
                new ExpectingArrival(
                    lanes, new LearnedTransits(transits, clock), Holidays.NONE, clock),
                changing,
                topic,
                effectsPort,
                raisingAtDock,
                shop,
                clock),
            clock);
    updating =
        new UpdatingStore(
            ordersPort,
            shop,
            secrets,
            effectsPort,
            changes,
            Set.of(seam.around(StoreUpdater.class, ears)),
            clock);
    notifying =
        new NotifyingCustomer(
            ordersPort,
            shop,
            new SendingNotice(
                seam.around(NoticeLog.class, noticeLog),
                seam.around(NoticeStops.class, noticeStops),
                atlas,
                clock),
            List.of(seam.around(Notices.class, ears)),
            clock);
    raising = new RaisingStockException(queue, shop, clock);
    observing = new ObservingStock(stockPort, changes, shop, new DisputingCount(raising), clock);
    InMemoryBooks books = new InMemoryBooks(stock);
    CorrectingStock correcting =
        new CorrectingStock(books, stockPort, ordersPort, changing, waking, clock);
    resolvingStock =
        new ResolvingStockException(queue, stockPort, changes, correcting, shop, clock);
    auditing =
        new AuditingStock(
            books,
            new ConfirmingDrift(books),
            new ComparingOrders(ordersPort, stockPort, Patience.NONE),
            shop,
            clock);
    keeping = new KeepingBooks(queue, raising, stockPort, changes, plans, shop, clock);
    dueCounts = new ListingDueCounts(plans, queue, stockPort, clock);
    promising = new PromisingInbound(inboundsPort, shop, changes, clock);
    slipping = new SlippingInbound(inboundsPort, shop, changes, clock);
    receivingInbound = new ReceivingInbound(inboundsPort, stockPort, shop, changes, clock);
    ServingWaiter one =
        new ServingWaiter(
            ordersPort,
            list,
            joining,
            inboundsPort,
            notBefore,
            allocating,
            taking,
            changing,
            waking,
            shop,
            clock);
    serving =
        new ServingBackorders(
            list,
            one,
            new Promising(
                list, inboundsPort, allocating, notBefore, changing, noting, topic, clock),
            allocating);
    tending = new TendingBackorders(list, serving, one, joining, changing, waking, shop, clock);
  }

  /** So many units on the shelf. */
  public World on(String node, String sku, long units) {
    Shelf shelf = Shelf.of(new Sku(sku), new NodeId(node));
    arrived(shelf, units);
    return this;
  }

  /** Units that are there all of a sudden, with their entry in the ledger. */
  public void arrived(Shelf shelf, long units) {
    stock.book(
        new Movement(
            "arrival-" + arrivals.incrementAndGet(),
            shelf,
            Movement.Kind.CORRECTED,
            units,
            0,
            Cause.ours(clock.instant(), "test"),
            null));
  }

  public ReceivingWebhook.Outcome receive(OrderDocument document) {
    return receiving.receive("acme", SIGNED, channel.body(document));
  }

  public ReceivingWebhook.Outcome receive(AnOrder order) {
    return receive(order.document());
  }

  /** One scan: id, tracking number, status or flag, time. */
  public RecordingScans.Outcome scan(String carrier, String... lines) {
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return scanning.record(carrier, SIGNED, body);
  }

  /** What was announced so far, as if it was long ago: nothing waits for company. */
  public void tellCustomers() {
    announcements
        .published()
        .forEach(news -> assertTold(notifying.tell(news, java.time.Instant.EPOCH)));
  }

  private static void assertTold(NotifyingCustomer.Outcome outcome) {
    if (!(outcome instanceof NotifyingCustomer.Outcome.Told)) {
      throw new AssertionError("still to be told: " + outcome);
    }
  }

  public Order order(OrderId id) {
    return orders.find(id).orElseThrow();
  }
}
