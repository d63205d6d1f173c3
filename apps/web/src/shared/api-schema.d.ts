/** The API as its document describes it. Written by `node apps/web/api-schema.mjs`; never edited by hand. */
export interface paths {
  '/api/v1/approvals/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lends one of the caller’s own permissions.
     * @description Open to anybody signed in, about their own matters.
     */
    post: operations['approvals_delegate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/delegations/{delegationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes a lent permission back.
     * @description Open to anybody signed in, about their own matters.
     */
    delete: operations['approvals_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/todos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits for the caller’s decision.
     * @description Open to anybody signed in, about their own matters.
     */
    get: operations['approvals_todos'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The audit log.
     * @description Permission: `audit:read`.
     */
    get: operations['audit_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calculators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answers each case by itself; a bad case spoils no other.
     * @description Permission: `calculator:use`.
     */
    post: operations['calculators_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every day of a year: worked, off or statutory.
     * @description Permission: `calendar:read` or `calendar:manage`.
     */
    get: operations['calendar_days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar/years': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Years whose calendar is loaded.
     * @description Permission: `calendar:read` or `calendar:manage`.
     */
    get: operations['calendar_years'];
    put?: never;
    /**
     * Loads the calendar of a year.
     * @description Permission: `calendar:manage`.
     */
    post: operations['calendar_load'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Centres in which the caller has a right to anything.
     * @description Open to anybody signed in, about their own matters.
     */
    get: operations['centres_list'];
    put?: never;
    /**
     * Opens a centre.
     * @description Permission: `centre:manage`.
     */
    post: operations['centres_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Dispatch agencies of the centre with their fee on a date.
     * @description Permission: `roster:read`.
     */
    get: operations['agencies_list'];
    put?: never;
    /**
     * Enters a dispatch agency.
     * @description Permission: `agency:manage`.
     */
    post: operations['agencies_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One agency as of a day: details and rate cards with their days, people and contracts.
     * @description Permission: `roster:read`.
     */
    get: operations['agencies_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}/details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Licence, tax number or account of an agency from a date on; what is left out stays.
     * @description Permission: `agency:manage`.
     */
    post: operations['agencies_setDetails'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Papers of an agency, withdrawn ones too.
     * @description Permission: `roster:read`.
     */
    get: operations['agencyDocuments_list'];
    put?: never;
    /**
     * Keeps a paper of an agency, checked by its content and sealed.
     * @description Permission: `agency:manage`.
     */
    post: operations['agencyDocuments_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}/documents/{documentId}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A paper of an agency, for a purpose that the audit log keeps.
     * @description Permission: `roster:read`.
     */
    post: operations['agencyDocuments_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}/documents/{documentId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a paper with a reason; its content is erased when its time is over.
     * @description Permission: `agency:manage`.
     */
    post: operations['agencyDocuments_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/agencies/{agencyId}/fees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The management fee of an agency from a date on: one price, or prices by the head count of the month.
     * @description Permission: `agency:manage`.
     */
    post: operations['agencies_setFee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Absences, overtime and work in heat in force in a month.
     * @description Permission: `attendance:read`.
     */
    get: operations['attendance_month'];
    put?: never;
    /**
     * Records absences, overtime and work in heat, all or none.
     * @description Permission: `attendance:write`.
     */
    post: operations['attendance_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-close/{period}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the attendance of a month is closed, and what it still misses.
     * @description Permission: `attendance:read`.
     */
    get: operations['monthClose_get'];
    put?: never;
    /**
     * Closes the attendance of a month; what is open needs a reason, which is kept.
     * @description Permission: `attendance:close`.
     */
    post: operations['monthClose_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-close/{period}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks another person to open a month again.
     * @description Permission: `attendance:close`.
     */
    post: operations['monthClose_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-close/{period}/reopen/decide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agrees to opening a month again, or refuses.
     * @description Permission: `attendance:reopen`.
     */
    post: operations['monthClose_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-matters/{matterId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which month and unit a matter that waits is about.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['monthClose_matter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Teams of a month that the caller may see, with the state of their sheets.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['monthSheets_teams'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance-teams/{unitId}/heads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says which accounts answer for a unit.
     * @description Permission: `roster:write`.
     */
    put: operations['monthSheets_heads'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance/absences/{factId}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes an absence back.
     * @description Permission: `attendance:write`.
     */
    post: operations['attendance_retractAbsence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance/heat-work/{workerNo}/{period}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the work in heat of a month back.
     * @description Permission: `attendance:write`.
     */
    post: operations['attendance_retractHeatWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/attendance/overtime/{workerNo}/{period}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the overtime of a month back.
     * @description Permission: `attendance:write`.
     */
    post: operations['attendance_retractOvertime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/budgets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Loads the published budget of a year: every line becomes a fund.
     * @description Permission: `fund:manage`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['funds_load'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/budgets/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The budget of a year as published.
     * @description Permission: `fund:read`.
     */
    get: operations['funds_budget'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/card-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Changes of bank cards that wait for approval, numbers masked.
     * @description Permission: `roster:read`.
     */
    get: operations['cardChanges_open'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/card-changes/{changeId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * By another person than the proposer, for exactly what was looked at: the card is a fact from now on.
     * @description Permission: `card:approve`.
     */
    post: operations['cardChanges_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/card-changes/{changeId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Returns a change with a reason; the card stays.
     * @description Permission: `card:approve`.
     */
    post: operations['cardChanges_sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/card-changes/{changeId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a proposed change back.
     * @description Permission: `roster:write`.
     */
    post: operations['cardChanges_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/certificate-standards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What certificates are paid on a date.
     * @description Permission: `roster:read`.
     */
    get: operations['centres_certificates'];
    put?: never;
    /**
     * Enters or changes what certificates are paid, all or none.
     * @description Permission: `grade:manage`.
     */
    post: operations['centres_saveCertificates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Of each grid who was on it on which days, who covered, and when nobody was.
     * @description Permission: `roster:read`.
     */
    get: operations['coverage_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/coverage/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same as a workbook.
     * @description Permission: `roster:read`.
     */
    post: operations['coverage_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/custom-fields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fields of the centre’s own, those out of use last.
     * @description Permission: `roster:read`.
     */
    get: operations['customFields_list'];
    put?: never;
    /**
     * A field from a date on, or out of use; its type never changes.
     * @description Permission: `dictionary:manage`.
     */
    post: operations['customFields_define'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/agencies/{agencyId}/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An agreement with an agency for its term.
     * @description Permission: `agency:manage`.
     */
    post: operations['dispatch_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Agreements with the agencies, as they hold.
     * @description Permission: `roster:read`.
     */
    get: operations['dispatch_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/agreements/{agreementId}/take-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes an agreement back under which nobody has been in post; what it had covered holds again.
     * @description Permission: `agency:manage`.
     */
    post: operations['dispatch_takeBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many findings and expiries wait.
     * @description Permission: `roster:read`.
     */
    get: operations['dispatch_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts a warning, or does, postpones or reopens, with a reason that is kept.
     * @description Permission: `roster:write`.
     */
    post: operations['dispatch_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/evidence/{evidenceId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws evidence that was wrong.
     * @description Permission: `roster:write`.
     */
    post: operations['returns_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/expiries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What ended or ends within sixty days: contracts, probations, certificates, ID cards, licences, agreements, retirement.
     * @description Permission: `roster:read`.
     */
    get: operations['dispatch_expiries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/expiries/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The list that the same query shows, as a file in the export centre.
     * @description Permission: `roster:read`.
     */
    post: operations['dispatch_exportExpiries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is not as the law of dispatch wants it, each with its article; blocks and open warnings.
     * @description Permission: `roster:read`.
     */
    get: operations['dispatch_findings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/findings/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The list that the same query shows, as a file in the export centre.
     * @description Permission: `roster:read`.
     */
    post: operations['dispatch_exportFindings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/own-staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many people the centre has of its own, by date.
     * @description Permission: `roster:read`.
     */
    get: operations['dispatch_ownStaff'];
    put?: never;
    /**
     * The number of the centre’s own people from a date on.
     * @description Permission: `agency:manage`.
     */
    post: operations['dispatch_setOwnStaff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/return-grounds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The grounds on which a worker may be returned, and what each needs shown.
     * @description Permission: `roster:read`.
     */
    get: operations['returns_grounds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is recorded in evidence about a worker, withdrawn entries too.
     * @description Permission: `roster:write`.
     */
    get: operations['returns_evidence'];
    put?: never;
    /**
     * Records a piece of evidence.
     * @description Permission: `roster:write`.
     */
    post: operations['returns_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/evidence/{evidenceId}/papers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keeps the paper of a piece of evidence; it is listed and opened with the worker’s documents.
     * @description Permission: `roster:write`.
     */
    post: operations['returns_addPaper'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Returns the worker to the agency on a ground of the law.
     * @description Permission: `roster:write`.
     */
    post: operations['returns_give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/document-kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which documents are kept of people and agencies: kinds of the product and of the centre.
     * @description Permission: `roster:read`.
     */
    get: operations['documentKinds_list'];
    put?: never;
    /**
     * A kind of the centre’s own from a date on, or out of use.
     * @description Permission: `dictionary:manage`.
     */
    post: operations['documentKinds_set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/evaluations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Performance results in force in a month.
     * @description Permission: `evaluation:read`.
     */
    get: operations['evaluation_month'];
    put?: never;
    /**
     * Records performance results, all or none.
     * @description Permission: `evaluation:write`.
     */
    post: operations['evaluation_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/evaluations/{workerNo}/{period}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a result back.
     * @description Permission: `evaluation:write`.
     */
    post: operations['evaluation_retract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller’s files of lists, or those that wait for a second person.
     * @description Permission: `roster:read` or `attendance:read` or `evaluation:read` or `run:read` or `audit:read` or `export:approve`.
     */
    get: operations['exportTasks_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a file of a list is.
     * @description Permission: `roster:read` or `attendance:read` or `evaluation:read` or `run:read` or `audit:read` or `export:approve`.
     */
    get: operations['exportTasks_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks/{taskId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * By another person than the one who asked: the file with many people’s numbers is made.
     * @description Permission: `export:approve`.
     */
    post: operations['exportTasks_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks/{taskId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The finished file, for who asked for it, for 24 hours. `X-Rows` and `X-Sha256` say what the audit log keeps of it.
     * @description Permission: `roster:read` or `attendance:read` or `evaluation:read` or `run:read` or `audit:read` or `export:approve`.
     */
    post: operations['exportTasks_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks/{taskId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Returns the wish with a reason; no file is made.
     * @description Permission: `export:approve`.
     */
    post: operations['exportTasks_sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/export-tasks/{taskId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the making; nothing of the file stays.
     * @description Permission: `roster:read` or `attendance:read` or `evaluation:read` or `run:read` or `audit:read` or `export:approve`.
     */
    post: operations['exportTasks_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/funds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Funds of a year (left out: the last that has any) in the order of the budget, with balances and progress.
     * @description Permission: `fund:read`.
     */
    get: operations['funds_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/grades': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pay grades with their standards on a date.
     * @description Permission: `roster:read`.
     */
    get: operations['centres_grades'];
    put?: never;
    /**
     * Enters or changes pay grades, all or none.
     * @description Permission: `grade:manage`.
     */
    post: operations['centres_saveGrades'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/hours-systems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Working-time systems that hold on a day or later, of units and of persons.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['schedules_hours'];
    put?: never;
    /**
     * Standard, comprehensive or flexible hours with their approval, from a date on.
     * @description Permission: `attendance:write`.
     */
    post: operations['schedules_recordHours'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/import-batches/{batchId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What undoing an import would take back; with `uses` it cannot be undone.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    get: operations['imports_undoPreview'];
    put?: never;
    /**
     * Takes an import back, whole and exactly: what it had covered is true again.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    post: operations['imports_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/import-templates/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An empty workbook with notes, a sample row, and drop-downs of the centre’s own dictionaries.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    get: operations['imports_template'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/imports/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Imports of a kind.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    get: operations['imports_history'];
    put?: never;
    /**
     * Imports a workbook, whole or not at all, or its good rows. Wrong cells come back as 200 with `errors`.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    post: operations['imports_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/imports/{kind}/columns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The columns of a file of any layout and what each is taken for; writes nothing.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    post: operations['importLayouts_look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/imports/{kind}/errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hands the workbook back with what to put right beside each wrong row; writes nothing.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    post: operations['imports_withErrors'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/imports/{kind}/layouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Layouts that are remembered for a kind, the newest first.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    get: operations['importLayouts_list'];
    put?: never;
    /**
     * Remembers how files with these heads are read; the next one is read so by itself.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    post: operations['importLayouts_remember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/imports/{kind}/layouts/{signature}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Forgets a layout; past imports stay.
     * @description Permission: `roster:import` or `attendance:write` or `evaluation:write` or `opening:import` or `tax:write` or `fund:manage`.
     */
    delete: operations['importLayouts_forget'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/late-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Facts recorded after the cut-off of a month they touch, with what was decided about them.
     * @description Permission: `run:read`.
     */
    get: operations['lateChanges_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/late-changes/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many late changes wait for a decision.
     * @description Permission: `run:read`.
     */
    get: operations['lateChanges_count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/late-changes/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decides about late changes: differences (retro), from the open month on, or not at all.
     * @description Permission: `run:prepare`.
     */
    post: operations['lateChanges_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/leave-balances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What everybody in post in a year has of each leave: accrued, taken, left, and why.
     * @description Permission: `attendance:read`.
     */
    get: operations['leave_year'];
    put?: never;
    /**
     * Records leave left in a year as taken over from elsewhere, all or none.
     * @description Permission: `attendance:write`.
     */
    post: operations['leave_takeOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/leave-kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Kinds of leave with their limits, each with its source and how sure it is.
     * @description Permission: `attendance:read`.
     */
    get: operations['leave_kinds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The sheet of a team: one text per day and person, what is unmarked, and what was found.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['monthSheets_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/cells': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records changed cells; what is wrong is told cell by cell, everything else is recorded.
     * @description Permission: `attendance:write` or `attendance:team`.
     */
    post: operations['monthSheets_save'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/decide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves exactly the sheet that was submitted, or returns it with a reason.
     * @description Permission: `attendance:approve`.
     */
    post: operations['monthSheets_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A team’s month for paper: Excel, which can be imported again (kind `month_sheet`), or PDF.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    post: operations['monthSheets_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks for approval of the sheet as it is.
     * @description Permission: `attendance:write` or `attendance:team`.
     */
    post: operations['monthSheets_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/trail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who decided what about a sheet.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['monthSheets_trail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a submitted sheet back.
     * @description Permission: `attendance:write` or `attendance:team`.
     */
    post: operations['monthSheets_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/office': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who works in the office of the centre: names for the accounts in histories.
     * @description Permission: `run:read`.
     */
    get: operations['centres_office'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/one-offs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is given once for a month, with what was paid of it.
     * @description Permission: `run:read`.
     */
    get: operations['oneOffs_month'];
    put?: never;
    /**
     * Records what is given once for a month, all or none.
     * @description Permission: `run:prepare`.
     */
    post: operations['oneOffs_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/org-units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Streets, communities and grids on a date.
     * @description Permission: `roster:read`.
     */
    get: operations['centres_units'];
    put?: never;
    /**
     * Enters or changes units by their codes, all or none.
     * @description Permission: `roster:write`.
     */
    post: operations['centres_saveUnits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/org-units/{unitId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One unit: its seats, outline, and history.
     * @description Permission: `roster:read`.
     */
    get: operations['units_detail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/org-units/{unitId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends a unit; whoever is on it moves in the same act.
     * @description Permission: `roster:write`.
     */
    post: operations['units_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/org-units/area': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The outline of a unit from a date.
     * @description Permission: `roster:write`.
     */
    post: operations['units_setArea'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/org-units/seats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tree on a date with seats, people in post and vacancies, each of the unit and everything below it.
     * @description Permission: `roster:read`.
     */
    get: operations['units_tree'];
    put?: never;
    /**
     * Seats of posts in units from a date, all or none.
     * @description Permission: `roster:write`.
     */
    post: operations['units_setSeats'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/pay-preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Calculates a month without saving anything.
     * @description Permission: `run:read`.
     */
    get: operations['payRules_preview'];
    put?: never;
    /**
     * Calculates a month with changes as if they had been recorded; hires have worker numbers from 2000000001 on.
     * @description Permission: `run:read`.
     */
    post: operations['whatIf_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/pay-readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is still missing before a month can be calculated.
     * @description Permission: `run:read`.
     */
    get: operations['payRules_readiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/pay-schemes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The pay scheme of a work month.
     * @description Permission: `run:read`.
     */
    get: operations['payRules_scheme'];
    put?: never;
    /**
     * Adopts a pay scheme from a work month on.
     * @description Permission: `scheme:manage`.
     */
    post: operations['payRules_adopt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/periods/{period}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A work month: open or locked, and its cut-off.
     * @description Permission: `calendar:read`.
     */
    get: operations['periods_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/periods/{period}/cut-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets the cut-off.
     * @description Permission: `calendar:manage`.
     */
    post: operations['periods_cutOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/periods/{period}/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Locks the month.
     * @description Permission: `calendar:manage`.
     */
    post: operations['periods_lock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/periods/{period}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Unlocks the month, with a reason.
     * @description Permission: `calendar:manage`.
     */
    post: operations['periods_unlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/prior-services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records service at other employers with its evidence, all or none.
     * @description Permission: `attendance:write`.
     */
    post: operations['leave_recordPrior'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/reports/equal-pay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What people of the same post and grade were paid by standard in a paid month, side by side. Names nobody.
     * @description Permission: `roster:read`.
     */
    get: operations['equalPay_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/reports/equal-pay/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same as a workbook, a sheet per standard item.
     * @description Permission: `roster:read`.
     */
    post: operations['equalPay_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/reports/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many people there are, come, go and may go, as a table. Names nobody.
     * @description Permission: `roster:read`.
     */
    get: operations['peopleReports_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/reports/people/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same as a workbook.
     * @description Permission: `roster:read`.
     */
    post: operations['peopleReports_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/schedules/{period}/{unitId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A team’s plan of a month beside what was recorded, with findings and the cover of its grids.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['schedules_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/schedules/{period}/{unitId}/cells': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records cells of a plan; what is wrong is told cell by cell.
     * @description Permission: `attendance:write` or `attendance:team`.
     */
    post: operations['schedules_save'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/schedules/{period}/{unitId}/fill': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Proposes cells by a rotation, or as they stood four weeks earlier; writes nothing.
     * @description Permission: `attendance:write` or `attendance:team`.
     */
    post: operations['schedules_fill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes the settings of a centre.
     * @description Permission: `centre:manage`.
     */
    patch: operations['centres_change'];
    trace?: never;
  };
  '/api/v1/centres/{centreId}/settlements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Settlements of the centre, of one month when asked.
     * @description Permission: `settlement:read`.
     */
    get: operations['settlements_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/shift-patterns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keeps a rotation under a name; without days it is taken away.
     * @description Permission: `attendance:write`.
     */
    post: operations['schedules_keepPattern'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shifts in force on a day, and the rotations that are kept.
     * @description Permission: `attendance:read` or `attendance:team`.
     */
    get: operations['schedules_shifts'];
    put?: never;
    /**
     * A new shift, or other times of one from a date on.
     * @description Permission: `attendance:write`.
     */
    post: operations['schedules_recordShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/shifts/{code}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The shift is planned no more from a day on; what was planned stays.
     * @description Permission: `attendance:write`.
     */
    post: operations['schedules_endShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Acts on many people that were carried out.
     * @description Permission: `roster:read`.
     */
    get: operations['staffChanges_list'];
    put?: never;
    /**
     * Carries the act out: everybody or nobody, and of exactly what was seen in the preview.
     * @description Permission: `roster:write`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['staffChanges_carryOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/{changeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One act with everybody in it.
     * @description Permission: `roster:write`.
     */
    get: operations['staffChanges_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/{changeId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What taking the act back would do, and what keeps it from being taken back.
     * @description Permission: `roster:write`.
     */
    get: operations['staffChanges_undoPreview'];
    put?: never;
    /**
     * Takes the whole act back: on every day holds what held before. Possible until something rests on it.
     * @description Permission: `roster:write`.
     */
    post: operations['staffChanges_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What the act does to pay: slips of the first whole month, cost to the end of the fiscal year, by the engine of the runs.
     * @description Permission: `run:read`.
     */
    post: operations['staffChanges_effect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whom a workbook (XLSX) names by worker number, ID number or name, and what becomes of each.
     * @description Permission: `roster:write`.
     */
    post: operations['staffChanges_fromFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whom the filter of the roster’s list, or pasted names, worker numbers and ID numbers mean.
     * @description Permission: `roster:write`.
     */
    post: operations['staffChanges_choose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/staff-changes/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An act on many people as it would be: from and to of each, refusals and warnings. Nothing is written.
     * @description Permission: `roster:write`.
     */
    post: operations['staffChanges_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Words that the centre marks people with, those out of use last.
     * @description Permission: `roster:read`.
     */
    get: operations['tags_list'];
    put?: never;
    /**
     * A tag from a date on, or out of use.
     * @description Permission: `dictionary:manage`.
     */
    post: operations['tags_define'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/tags/{code}/workers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Marks people with a tag from a date on, or takes it away; all of them or none.
     * @description Permission: `roster:write`.
     */
    post: operations['tags_mark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/tax-profiles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the basic deduction is counted in a tax year, for those about whom something was chosen.
     * @description Permission: `tax:write`.
     */
    get: operations['taxProfiles_ofYear'];
    put?: never;
    /**
     * Chooses how the basic deduction is counted in a tax year, all or none.
     * @description Permission: `tax:write`.
     */
    post: operations['taxProfiles_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Checks every invariant of the centre’s data.
     * @description Permission: `verify:run`.
     */
    post: operations['audit_verifyCentre'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The rest of the year in a scenario (raise, hires, leavers, leaving rate, base, bounds, a further item), beside how it is, against the fund. Nothing is kept.
     * @description Permission: `run:read`.
     */
    post: operations['whatIf_calculate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/what-if/adopt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records what the scenario supposes, all or nothing: exactly what was looked at, with a name and ID number for each hire. Statutory bounds are not adopted but come as a policy pack.
     * @description Permission: `roster:write`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['whatIf_adopt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Workers as of a day, by number, name (pinyin), joining, grid or agency; personal numbers masked.
     * @description Permission: `roster:read`.
     */
    get: operations['workers_page'];
    put?: never;
    /**
     * Takes somebody on.
     * @description Permission: `roster:write`.
     */
    post: operations['workers_hire'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One worker with everything recorded, on both time axes.
     * @description Permission: `roster:read`.
     */
    get: operations['workers_detail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/addresses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Registered address (户籍) or residence; stored sealed.
     * @description Permission: `roster:write`.
     */
    post: operations['workerPersonal_address'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A further grid, or one covered for a time.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/bank-card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A bank card: the first one is recorded, another one is proposed for a second person to approve.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_bankCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/card-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every change of card ever proposed for one worker, oldest first.
     * @description Permission: `roster:read`.
     */
    get: operations['cardChanges_ofWorker'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enters a certificate.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_certificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A family contact; stored sealed.
     * @description Permission: `roster:write`.
     */
    post: operations['workerPersonal_contact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A contract with the agency, or its renewal.
     * @description Permission: `roster:write`.
     */
    post: operations['workerTerms_contract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/contributions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Insurance and housing fund bases.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_contributions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/custom-fields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What is known of a worker under a field from a date on; left out: nothing any more.
     * @description Permission: `roster:write`.
     */
    post: operations['customFields_set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Papers of a worker, withdrawn ones too; what is sensitive for those alone who may change the roster.
     * @description Permission: `roster:read`.
     */
    get: operations['workerDocuments_list'];
    put?: never;
    /**
     * Keeps a paper or the photo of a worker, checked by its content and sealed.
     * @description Permission: `roster:write`.
     */
    post: operations['workerDocuments_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/documents/{documentId}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A paper in full, for a purpose that the audit log keeps.
     * @description Permission: `worker:reveal`.
     */
    post: operations['workerDocuments_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/documents/{documentId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a paper with a reason; its content is erased when its time is over.
     * @description Permission: `roster:write`.
     */
    post: operations['workerDocuments_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/education': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Level of education, school and day of graduation.
     * @description Permission: `roster:write`.
     */
    post: operations['workerPersonal_education'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the engagement.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/engagement-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Probation passed, suspended with its reason, or back in post; nobody is paid while suspended.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_status'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/facts/{factId}/correct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts a fact right that was recorded wrongly; a bank card is changed by two persons instead.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/facts/{factId}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a fact back as if it had never been recorded.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_retract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Everything the roster holds about one person, in full, to be handed to that person; a zip where papers are kept.
     * @description Permission: `worker:reveal`.
     */
    post: operations['workers_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/fund-splits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which funds bear what the worker costs, in date order; without shares it is the fund of the run.
     * @description Permission: `fund:read`.
     */
    get: operations['fundSplits_list'];
    put?: never;
    /**
     * Another split from a day to the next change that is recorded.
     * @description Permission: `fund:manage`.
     */
    post: operations['fundSplits_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/grade': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another pay grade from a date on.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_grade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/identity-card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The last day of the ID card.
     * @description Permission: `roster:write`.
     */
    post: operations['workerTerms_identityCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another grid from a date on.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corrects the name.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_name'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/other-phones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A further phone; stored sealed.
     * @description Permission: `roster:write`.
     */
    post: operations['workerPersonal_otherPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another phone number.
     * @description Permission: `roster:write`.
     */
    post: operations['workerChanges_phone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/photo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The face of a worker.
     * @description Permission: `roster:read`.
     */
    get: operations['workerDocuments_photo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/political-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Political status (政治面貌).
     * @description Permission: `roster:write`.
     */
    post: operations['workerPersonal_political'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/protections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Why the worker must not be returned for now.
     * @description Permission: `roster:write`.
     */
    post: operations['workerTerms_protect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/retirement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Which retirement age applies.
     * @description Permission: `roster:write`.
     */
    post: operations['workerTerms_retirement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/{workerNo}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * One personal number in full, for a purpose that the audit log keeps.
     * @description Permission: `worker:reveal`.
     */
    post: operations['workers_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/centres/{centreId}/workers/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The list that the same query shows, as a file in the export centre; more than a hundred people’s numbers in full wait for a second person.
     * @description Permission: `roster:read`.
     */
    post: operations['workers_export'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/funds/{fundId}/appropriations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was granted to the fund, by document.
     * @description Permission: `fund:read`.
     */
    get: operations['funds_appropriations'];
    put?: never;
    /**
     * 追加, 追减 or 结转 of a fund.
     * @description Permission: `fund:manage`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['funds_appropriate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/funds/{fundId}/movements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The fund’s ledger.
     * @description Permission: `fund:read`.
     */
    get: operations['funds_movements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/funds/adjustments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * 调剂 between two funds of one year.
     * @description Permission: `fund:manage`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['funds_adjust'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/payslips': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller’s own payslips.
     * @description Permission: `payslip:own`.
     */
    get: operations['ownPayslips_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/payslips/{runNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One of the caller’s own payslips with every line and why it is what it is.
     * @description Permission: `payslip:own`.
     */
    get: operations['ownPayslips_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/payslips/{runNo}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as a PDF file.
     * @description Permission: `payslip:own`.
     */
    get: operations['ownPayslips_pdf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/in-force': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What holds in a region in a month, as a list with source and confidence; amounts in yuan.
     * @description Permission: `policy:read`.
     */
    get: operations['policy_inForce'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Packs brought in at run time, newest first.
     * @description Permission: `policy:read`.
     */
    get: operations['packs_list'];
    put?: never;
    /**
     * Proposes a pack; another person activates it.
     * @description Permission: `policy:propose`.
     */
    post: operations['packs_propose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/{packId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One pack with its text.
     * @description Permission: `policy:read`.
     */
    get: operations['packs_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/{packId}/activate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Brings a pack into force, for the text and the state of the law that were looked at.
     * @description Permission: `policy:activate`.
     */
    post: operations['packs_activate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/{packId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Returns a pack to its proposer.
     * @description Permission: `policy:activate`.
     */
    post: operations['packs_sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/{packId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a proposal back.
     * @description Permission: `policy:propose`.
     */
    post: operations['packs_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads a pack strictly: every finding with its path, and what would change, key by key and month by month.
     * @description Permission: `policy:read`.
     */
    post: operations['packs_check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/effects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has it calculated in the background what a pack would cost: every open and paid month that it touches, per person, month, category and fund.
     * @description Permission: `policy:read`.
     */
    post: operations['packs_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/effects/{effectId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far that is, and the answer once the job is done. Of one’s own questions, kept for a day.
     * @description Permission: `policy:read`.
     */
    get: operations['packs_effect'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/packs/effects/{effectId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops the calculation before its next part.
     * @description Permission: `policy:read`.
     */
    post: operations['packs_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/parameters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What holds in a region in a month; amounts are fen.
     * @description Permission: `policy:read`.
     */
    get: operations['policy_parameters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/regions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Regions with statutory parameters.
     * @description Permission: `policy:read`.
     */
    get: operations['policy_regions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Statutory values with sources and confidence; amounts are fen.
     * @description Permission: `policy:read`.
     */
    get: operations['policy_values'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pay runs that the caller may read.
     * @description Permission: `run:read`.
     */
    get: operations['runs_list'];
    put?: never;
    /**
     * Opens a pay run of a work month.
     * @description Permission: `run:prepare`.
     */
    post: operations['runs_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One pay run with its totals, and what each fund bears.
     * @description Permission: `run:read`.
     */
    get: operations['runs_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The run per dispatch agency.
     * @description Permission: `run:read`.
     */
    get: operations['runs_agencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every round of check and approval, with opinions.
     * @description Permission: `run:read`.
     */
    get: operations['runs_trail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves exactly this hash and reserves the fund for it, or refuses.
     * @description Permission: `run:approve`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['runs_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/bonus-choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Of a bonus run: tax of the year with the bonus taxed separately or with the wages, and which leaves each worker more.
     * @description Permission: `run:read`.
     */
    get: operations['slips_choices'];
    put?: never;
    /**
     * Has bonuses of the run taxed the other way and calculates it anew; before it is submitted.
     * @description Permission: `run:prepare`.
     */
    post: operations['slips_choose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/calculate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has the run calculated in the background.
     * @description Permission: `run:prepare`.
     */
    post: operations['runJob_calculate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/calculate/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops the calculation before its next part.
     * @description Permission: `run:prepare`.
     */
    post: operations['runJob_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancels the run and gives back what was reserved.
     * @description Permission: `run:cancel`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['runs_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Passes the check of exactly the hash that was seen.
     * @description Permission: `run:check`.
     */
    post: operations['runs_check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes a run that is paid.
     * @description Permission: `settlement:pay`.
     */
    post: operations['runs_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as server-sent events: `progress` at each change (data: RunProgress), `end` when the calculation is over; a comment every 15 s keeps the connection. Open it again when it closes without `end`.
     * @description Permission: `run:read`.
     */
    get: operations['runJob_events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/exclusions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is not paid by the run, and why.
     * @description Permission: `run:read`.
     */
    get: operations['slips_exclusions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/exclusions/{workerNo}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says that an exclusion is meant.
     * @description Permission: `run:prepare`.
     */
    post: operations['slips_acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/exports/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A file of the run: payroll, payslip, payslips, bank, tax, insurance or settlement. Files with ID or card numbers also need `worker:reveal`. `X-Rows`, `X-Left-Out` and `X-Sha256` say what the audit log keeps of it.
     * @description Permission: `run:read` or `settlement:read`.
     */
    post: operations['exports_make'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every step the run took.
     * @description Permission: `run:read`.
     */
    get: operations['runs_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the run cannot pay itself: a part of the month at another agency, earlier months that cannot be recalculated.
     * @description Permission: `run:read`.
     */
    get: operations['slips_notes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/parallel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The sheet against the run, person by person and item by item; every difference has a class. The sheet is not kept.
     * @description Permission: `run:read`.
     */
    post: operations['parallel_compare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/parallel/columns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says what headers mean, for every later sheet of the centre; an empty target says that one means nothing.
     * @description Permission: `run:prepare`.
     */
    put: operations['parallel_remember'];
    /**
     * How a pay sheet of any layout (XLSX) is understood: its head, and what each column is taken for.
     * @description Permission: `run:read`.
     */
    post: operations['parallel_sketch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/parallel/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same workbook with every difference marked, and its summary.
     * @description Permission: `run:read`.
     */
    post: operations['parallel_marked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far the calculation is.
     * @description Permission: `run:read`.
     */
    get: operations['runJob_progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends the run back, with a reason; the permission depends on the step it is at.
     * @description Permission: `run:read`.
     */
    post: operations['runs_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/settlements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes one settlement per agency of the run; asked again, it answers with what exists.
     * @description Permission: `settlement:settle`.
     */
    post: operations['settlements_prepare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/slips': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Payslips of the run by worker number.
     * @description Permission: `run:read`.
     */
    get: operations['slips_slips'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/slips/{workerNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One payslip with its lines.
     * @description Permission: `run:read`.
     */
    get: operations['slips_slip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/slips/{workerNo}/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why each line of the payslip is what it is.
     * @description Permission: `run:read`.
     */
    get: operations['slips_explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Submits the calculated run for check.
     * @description Permission: `run:prepare`.
     */
    post: operations['runs_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/variance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changed from last month: the bridge from its totals to those of the run by cause, and everybody by the size of the change. The causes sum to each difference; `rest` is what none explains.
     * @description Permission: `run:read`.
     */
    get: operations['variance_ofRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{runId}/variance/{workerNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same of one worker, by item, with the inputs behind each cause.
     * @description Permission: `run:read`.
     */
    get: operations['variance_ofWorker'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens a session; the cookie `grid_session` is its proof.
     * @description Open to anybody.
     */
    post: operations['session_signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who the caller is, and what they may do where.
     * @description Open to anybody signed in, about their own matters.
     */
    get: operations['session_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changes the password and ends every session of the account.
     * @description Open to anybody signed in, about their own matters.
     */
    post: operations['session_changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the session.
     * @description Open to anybody signed in, about their own matters.
     */
    post: operations['session_signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settlements/{settlementId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One settlement with its lines and payments.
     * @description Permission: `settlement:read`.
     */
    get: operations['settlements_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settlements/{settlementId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The agency agrees.
     * @description Permission: `settlement:settle`.
     */
    post: operations['settlements_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settlements/{settlementId}/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Posts a payment to the fund: in transit → paid.
     * @description Permission: `settlement:pay`. Moves money: the same key with the same body gives the first answer.
     */
    post: operations['settlements_pay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A token for a program, shown this once.
     * @description Permission: `token:manage`.
     */
    post: operations['tokens_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends a token at once.
     * @description Permission: `token:manage`.
     */
    delete: operations['tokens_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Accounts that the caller looks after.
     * @description Permission: `user:manage`.
     */
    get: operations['users_list'];
    put?: never;
    /**
     * Opens an account; the password in the answer is shown this once.
     * @description Permission: `user:manage`.
     */
    post: operations['users_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes the account and its sessions.
     * @description Permission: `user:manage`.
     */
    post: operations['users_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens a closed account again.
     * @description Permission: `user:manage`.
     */
    post: operations['users_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/password-reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new initial password, shown this once.
     * @description Permission: `user:manage`.
     */
    post: operations['users_reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives a role in a centre, or everywhere.
     * @description Permission: `role:grant`.
     */
    post: operations['users_grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/roles/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a role away.
     * @description Permission: `role:grant`.
     */
    post: operations['users_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/worker': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says which worker the account stands for.
     * @description Permission: `user:manage`.
     */
    post: operations['users_linkWorker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/worker/unlink': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The account stands for no worker.
     * @description Permission: `user:manage`.
     */
    post: operations['users_unlinkWorker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The process runs.
     * @description Open to anybody.
     */
    get: operations['health_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The process can answer; fails first when it is about to stop.
     * @description Open to anybody.
     */
    get: operations['health_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Account: {
      /** Format: uuid */
      agencyId: string | null;
      /** Format: uuid */
      centreId: string | null;
      disabled: boolean;
      displayName: string;
      /** @description Epoch milliseconds */
      lockedUntil: number | null;
      machine: boolean;
      mustChangePassword: boolean;
      name: string;
      /** Format: uuid */
      personId: string;
      roles: {
        /** @description Centre id, or `*` for every centre */
        centreId: string;
        role: string;
      }[];
      /** Format: uuid */
      userId: string;
      workerNo: number | null;
    };
    ActivatePackBody: {
      basis: string;
      hash: string;
      opinion?: string;
    };
    AddressBody: {
      address: string;
      /** @enum {string} */
      addressUse: 'household' | 'residence';
      /** Format: date */
      from: string;
      reason?: string;
    };
    AdjustmentBody: {
      /** @description Decimal yuan as text */
      amount: string;
      documentNo: string;
      /** Format: date */
      effectiveOn: string;
      /** Format: uuid */
      fromFundId: string;
      reason?: string;
      /** Format: uuid */
      toFundId: string;
    };
    AdoptedScenario: {
      agencyFees: number;
      certificateStandards: number;
      gradeStandards: number;
      hired: number;
      scheme: boolean;
      workers: number;
    };
    AdoptScenarioBody: {
      base?: {
        /** @description Decimal yuan as text */
        amount: string;
        /** @description Month */
        from: string;
      };
      bounds?: {
        /** @description Month */
        from: string;
        /** @description Decimal yuan as text */
        fundCeiling?: string;
        /** @description Decimal yuan as text */
        fundFloor?: string;
        /** @description Decimal yuan as text */
        insuranceCeiling?: string;
        /** @description Decimal yuan as text */
        insuranceFloor?: string;
        /** @description Decimal yuan as text */
        minimumWage?: string;
      };
      changesHash: string;
      /** @description Month */
      from?: string;
      /** Format: uuid */
      fundId: string;
      hires?: {
        agency: string;
        count: number;
        gradeCode: string;
        gridCode: string;
        /**
         * @description Decimal yuan as text
         * @default 0
         */
        insuranceBase: string;
        /** @default true */
        insured: boolean;
        /** Format: date */
        joinedOn: string;
      };
      item?: {
        /** @description Decimal yuan as text */
        amount: string;
        code: string;
        /** @description Month */
        from: string;
        nameEn: string;
        nameZh: string;
      };
      leavers?: {
        count: number;
        /** Format: date */
        lastDay: string;
      };
      leaving?: {
        /** @description Month */
        from: string;
        percent: string;
      };
      /** @default [] */
      people: {
        idNumber: string;
        name: string;
        phone?: string;
      }[];
      raise?: {
        /** @description Month */
        from: string;
        grades?: string;
        percent: string;
      };
      reason: string;
    };
    AdoptSchemeBody: {
      text?: string;
      /** @description Month */
      validFrom: string;
    };
    Agency: {
      bankAccount: string | null;
      bankName: string | null;
      /** Format: uuid */
      centreId: string;
      code: string;
      /** Format: uuid */
      id: string;
      licenceNo: string | null;
      /** Format: date */
      licenceUntil: string | null;
      name: string;
      taxNo: string | null;
    };
    AgencyBody: {
      bankAccount?: string;
      bankName?: string;
      code: string;
      licenceNo?: string;
      /** Format: date */
      licenceUntil?: string;
      name: string;
      taxNo?: string;
    };
    AgencyDetail: {
      bankAccount: string | null;
      bankName: string | null;
      /** Format: uuid */
      centreId: string;
      code: string;
      contracts: {
        /** @description Within sixty days, without a renewal */
        endingSoon: number;
        inForce: number;
      };
      details: {
        bankAccount: string | null;
        bankName: string | null;
        /** Format: date */
        from: string;
        licenceNo: string | null;
        /** Format: date */
        licenceUntil: string | null;
        taxNo: string | null;
        /**
         * Format: date
         * @description Exclusive
         */
        to: string;
      }[];
      fees: components['schemas']['AgencyRateCard'][];
      /** Format: uuid */
      id: string;
      licenceNo: string | null;
      /** Format: date */
      licenceUntil: string | null;
      name: string;
      /** @description In post on the day */
      people: number;
      taxNo: string | null;
    };
    AgencyDetailsBody: {
      bankAccount?: string;
      bankName?: string;
      /** Format: date */
      from: string;
      licenceNo?: string;
      /** Format: date */
      licenceUntil?: string;
      taxNo?: string;
    };
    AgencyFee: {
      /** @description A head and month; null for a rate */
      amount: string | null;
      /** @enum {string} */
      kind: 'per_head' | 'rate';
      /** @description Of the pass-through, decimal text; null for a fee per head */
      rate: string | null;
      tiers: {
        /**
         * @description whole: everybody at the price that the whole head count reaches; slices: each head at that of its place
         * @enum {string}
         */
        mode: 'whole' | 'slices';
        steps: {
          /** @description Decimal yuan as text */
          amount: string | null;
          /** @description Heads from which on the price holds */
          from: number;
          rate: string | null;
        }[];
      } | null;
    };
    AgencyFeeBody: {
      /** @description Decimal yuan as text */
      amount?: string;
      /** Format: date */
      from: string;
      /** @enum {string} */
      kind: 'per_head' | 'rate';
      rate?: string;
      tiers?: {
        /** @enum {string} */
        mode: 'whole' | 'slices';
        steps: {
          /** @description Decimal yuan as text */
          amount?: string;
          from: number;
          rate?: string;
        }[];
      };
    };
    AgencyRateCard: {
      /** @description A head and month; null for a rate */
      amount: string | null;
      /** Format: date */
      from: string;
      /** @enum {string} */
      kind: 'per_head' | 'rate';
      /** @description Of the pass-through, decimal text; null for a fee per head */
      rate: string | null;
      tiers: {
        /**
         * @description whole: everybody at the price that the whole head count reaches; slices: each head at that of its place
         * @enum {string}
         */
        mode: 'whole' | 'slices';
        steps: {
          /** @description Decimal yuan as text */
          amount: string | null;
          /** @description Heads from which on the price holds */
          from: number;
          rate: string | null;
        }[];
      } | null;
      /**
       * Format: date
       * @description Exclusive
       */
      to: string;
    };
    AgreementBody: {
      fee?: string;
      /** Format: date */
      from: string;
      headcount?: number;
      insurance?: string;
      /** Format: date */
      lastDay: string;
      number?: string;
      pay?: string;
      payment?: string;
      posts?: string;
      reason?: string;
      /** @enum {string} */
      severance?: 'agency' | 'centre';
      /** @enum {string} */
      tax?: 'difference_5' | 'general_6' | 'simple_3';
    };
    Appropriation: {
      /** @description Decimal yuan as text */
      amount: string;
      /** Format: uuid */
      centreId: string;
      documentNo: string;
      /** Format: date */
      effectiveOn: string;
      /** Format: uuid */
      fundId: string;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'initial' | 'supplement' | 'reduction' | 'adjustment' | 'carry_over';
      reason: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      /** Format: uuid */
      transferId: string | null;
    };
    AppropriationBody: {
      /** @description Decimal yuan as text */
      amount: string;
      documentNo: string;
      /** Format: date */
      effectiveOn: string;
      /** @enum {string} */
      kind: 'supplement' | 'reduction' | 'carry_over';
      reason?: string;
    };
    ApprovalStep: {
      /**
       * Format: date-time
       * @description UTC
       */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      decision: ('pass' | 'return') | null;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      kind: string;
      /** Format: uuid */
      onBehalfOf: string | null;
      opinion: string | null;
      round: number;
      roundStatus: string;
    };
    ApproveBody: {
      hash: string;
    };
    ApproveCardBody: {
      hash: string;
      opinion?: string;
    };
    ApproveExportBody: {
      hash: string;
      opinion?: string;
    };
    AssignBody: {
      covering: boolean;
      /** Format: date */
      from: string;
      gridCode: string;
      reason?: string;
      /** Format: date */
      to?: string;
    };
    AttendanceBody: {
      /** @default [] */
      absences: {
        days: string;
        /** Format: date */
        from: string;
        /** @enum {string} */
        kind: 'unpaid' | 'sick' | 'absent_without_leave' | 'paid' | 'maternity';
        /** @enum {string} */
        leaveKind?:
          | 'annual'
          | 'personal'
          | 'marriage'
          | 'bereavement'
          | 'maternity'
          | 'paternity'
          | 'childcare'
          | 'nursing'
          | 'prenatal'
          | 'work_injury'
          | 'time_off'
          | 'other';
        /** Format: date */
        to: string;
        workerNo: number;
      }[];
      /** @default [] */
      heatWork: {
        days: string;
        /** @description Month */
        period: string;
        workerNo: number;
      }[];
      /** @default [] */
      overtime: {
        /** @default 0 */
        holiday: string;
        /** @description Month */
        period: string;
        /** @default 0 */
        restday: string;
        /** @default 0 */
        restdayOff: string;
        /** @default 0 */
        weekday: string;
        workerNo: number;
      }[];
      reason?: string;
    };
    AuditEntry: {
      action: string;
      /**
       * Format: date-time
       * @description UTC
       */
      at: string;
      data: unknown;
      hash: string;
      osUser: string | null;
      personId: string;
      prevHash: string;
      reason: string | null;
      scope: string;
      seq: number;
      subjectId: string;
      subjectType: string;
      userId: string;
    };
    Balances: {
      /** @description Decimal yuan as text */
      available: string;
      /** @description Decimal yuan as text */
      granted: string;
      /** @description Decimal yuan as text */
      paid: string;
      /** @description Decimal yuan as text */
      reserved: string;
    };
    BankCardBody: {
      bankCard: string;
      bankName?: string;
      /** Format: date */
      from: string;
      reason?: string;
    };
    BonusChoice: {
      /** @description Decimal yuan as text */
      amount: string;
      /** @enum {string} */
      better: 'separate' | 'together';
      /** @enum {string} */
      method: 'separate' | 'together';
      /** @description Decimal yuan as text */
      saves: string;
      /** @description Decimal yuan as text */
      separateTax: string;
      /** @description Decimal yuan as text */
      togetherTax: string;
      workerNo: number;
      /** @description What the year’s wages are expected to leave taxable without the bonus; below zero when allowances are left over */
      yearTaxable: string;
    };
    BonusMethodsBody: {
      choices: {
        /** @enum {string} */
        method: 'separate' | 'together';
        workerNo: number;
      }[];
    };
    Budget: {
      /** Format: uuid */
      centreId: string;
      excludes: string | null;
      filled: number | null;
      fiscalYear: number;
      /** Format: uuid */
      id: string;
      info: {
        /** @description Decimal yuan as text */
        amount: string | null;
        name: string;
        no: number;
        /** @enum {string} */
        section: 'income' | 'function' | 'procurement' | 'performance' | 'unit_section';
      }[];
      /**
       * Format: date-time
       * @description UTC
       */
      loadedAt: string;
      /** Format: uuid */
      loadedBy: string;
      posts: number | null;
      /** @description Decimal yuan as text */
      previousTotal: string | null;
      region: string | null;
      source: string;
      /** @enum {string} */
      status: 'open' | 'closed';
      /** @description Decimal yuan as text */
      total: string | null;
      unitName: string | null;
    };
    CalculatorsBody: {
      cases: unknown[];
    };
    CardChange: {
      bankCardMasked: string;
      bankName: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      /** Format: uuid */
      factId: string | null;
      /** Format: date */
      from: string;
      hash: string;
      /** Format: uuid */
      id: string;
      name: string;
      opinion: string | null;
      presentBank: string | null;
      /** @description The card that holds on that day without the change */
      presentMasked: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      proposedAt: string;
      /** Format: uuid */
      proposedBy: string;
      reason: string | null;
      /** @enum {string} */
      status: 'proposed' | 'approved' | 'returned' | 'withdrawn';
      workerNo: number;
    };
    CarryOutBody: {
      /** Format: date */
      date: string;
      documentNo?: string;
      /** @enum {string} */
      kind: 'transfer' | 'grade' | 'renewal' | 'return';
      lines: {
        contractNo?: string;
        /** Format: date */
        endsOn?: string;
        gradeCode?: string;
        gridCode?: string;
        ground?: string;
        months?: number;
        postCode?: string;
        seen: string;
        workerNo: number;
      }[];
      reason: string;
    };
    CauseEffect: {
      /** @enum {string} */
      cause:
        | 'first_month'
        | 'one_off'
        | 'joined'
        | 'left'
        | 'excluded_before'
        | 'excluded_now'
        | 'second_slip'
        | 'engine'
        | 'days_in_post'
        | 'calendar'
        | 'policy'
        | 'scheme'
        | 'grade'
        | 'certificate'
        | 'seniority'
        | 'probation'
        | 'absence'
        | 'overtime'
        | 'heat'
        | 'performance'
        | 'award'
        | 'one_off_item'
        | 'other_input'
        | 'contribution'
        | 'tax_year'
        | 'fee'
        | 'retro'
        | 'receivable';
      /** @description Decimal yuan as text */
      cost: string;
      /** @description Decimal yuan as text */
      gross: string;
      name_en: string;
      name_zh: string;
      /** @description Decimal yuan as text */
      net: string;
    };
    CellsBody: {
      cells: {
        day: number;
        text: string;
        workerNo: number;
      }[];
    };
    Centre: {
      code: string;
      /** Format: uuid */
      id: string;
      name: string;
      region: string;
      settings: {
        /**
         * @description Of annual bonuses whose sheet leaves it open
         * @enum {string}
         */
        bonusMethod: 'separate' | 'together';
        payDay: number;
        payMonthOffset: number;
        retroYears: number;
      };
    };
    CentreSettingsBody: {
      /** @enum {string} */
      bonusMethod?: 'separate' | 'together';
      payDay?: number;
      payMonthOffset?: number;
      retroYears?: number;
    };
    CertificateBody: {
      code: string;
      /** Format: date */
      from: string;
      /** Format: date */
      issuedOn?: string;
      number?: string;
      reason?: string;
    };
    CertificateStandard: {
      /** @description Decimal yuan as text */
      amount: string;
      code: string;
      /** Format: date */
      from: string;
    };
    CertificateStandardsBody: {
      standards: {
        /** @description Decimal yuan as text */
        amount: string;
        code: string;
        /** Format: date */
        from: string;
      }[];
    };
    ChangeContributionsBody: {
      /** Format: date */
      from: string;
      /** @description Decimal yuan as text */
      fundBase?: string;
      fundEmployeeRate?: string;
      fundEmployerRate?: string;
      fundMember?: boolean;
      /** @description Decimal yuan as text */
      insuranceBase?: string;
      insured?: boolean;
      reason?: string;
    };
    Changed: {
      /** @description False when it was so anyway: then nothing was written */
      changed: boolean;
    };
    ChangedPreviewBody: {
      bounds?: {
        /** @description Month */
        from: string;
        /** @description Decimal yuan as text */
        fundCeiling?: string;
        /** @description Decimal yuan as text */
        fundFloor?: string;
        /** @description Decimal yuan as text */
        insuranceCeiling?: string;
        /** @description Decimal yuan as text */
        insuranceFloor?: string;
        /** @description Decimal yuan as text */
        minimumWage?: string;
      }[];
      grades?: {
        /** @description Decimal yuan as text */
        base: string;
        code: string;
        /** Format: date */
        from: string;
        /** @description Decimal yuan as text */
        performance: string;
        /** @description Decimal yuan as text */
        post: string;
      }[];
      hires?: {
        agency: string;
        gradeCode: string;
        gridCode: string;
        /**
         * @description Decimal yuan as text
         * @default 0
         */
        insuranceBase: string;
        /** @default true */
        insured: boolean;
        /** Format: date */
        joinedOn: string;
      }[];
      /** Format: date */
      payDate?: string;
      /** @description Month */
      period: string;
      workers?: {
        /** Format: date */
        from: string;
        /** @enum {string} */
        kind: 'grade' | 'grid' | 'base' | 'certificate' | 'suspend' | 'resume' | 'end';
        value?: string;
        workerNo: number;
      }[];
    };
    ChangeGradeBody: {
      /** Format: date */
      from: string;
      gradeCode: string;
      postCode?: string;
      reason?: string;
    };
    ChangePasswordBody: {
      /** Format: password */
      password: string;
      /** Format: password */
      present: string;
    };
    ChangeStatusBody: {
      /** @description Decimal yuan as text */
      contractWage?: string;
      /** @enum {string} */
      engagementStatus: 'probation' | 'in_post' | 'suspended';
      /** Format: date */
      from: string;
      /** @description Decimal yuan as text */
      lowestSamePost?: string;
      reason?: string;
      /** @enum {string} */
      statusReason?: 'discipline' | 'investigation' | 'detention' | 'unpaid_leave' | 'military' | 'other';
    };
    CheckBody: {
      hash: string;
      opinion?: string;
    };
    ChoosePeopleBody: {
      filter?: {
        agency?: string;
        /** Format: date */
        on?: string;
        post?: string;
        search?: string;
        /** @enum {string} */
        status?: 'probation' | 'in_post' | 'suspended';
        unit?: string;
      };
      texts?: string[];
    };
    ChosenPerson: {
      name: string | null;
      problem: {
        code: string;
        text_en: string;
        text_zh: string;
      } | null;
      row: number | null;
      target: {
        contractNo: string | null;
        /** Format: date */
        endsOn: string | null;
        gradeCode: string | null;
        gridCode: string | null;
        ground: string | null;
        months: number | null;
        postCode: string | null;
      };
      /** @description As given; an ID number by its end */
      text: string;
      workerNo: number | null;
    };
    CloseBody: {
      reason?: string;
    };
    CloseUnitBody: {
      /** Format: date */
      lastDay: string;
      moveTo?: string;
      reason: string;
    };
    ContactBody: {
      /** Format: date */
      from: string;
      name: string;
      phone: string;
      position: number;
      reason?: string;
      /** @enum {string} */
      relation: 'spouse' | 'parent' | 'child' | 'sibling' | 'other';
    };
    ContractBody: {
      contractNo?: string;
      /** Format: date */
      endsOn?: string;
      fullTime?: boolean;
      /** @enum {string} */
      postKind: 'temporary' | 'auxiliary' | 'substitute';
      /** Format: date */
      probationEndsOn?: string;
      reason?: string;
      /** Format: date */
      signedOn?: string;
      /** Format: date */
      startsOn: string;
    };
    CorrectFactBody: {
      /** Format: date */
      from?: string;
      /** @enum {string} */
      kind:
        | 'engagement'
        | 'assignment'
        | 'grade'
        | 'certificate'
        | 'contribution'
        | 'bankCard'
        | 'phone'
        | 'contract'
        | 'protection'
        | 'identityCard'
        | 'retirement'
        | 'education'
        | 'political'
        | 'address'
        | 'contact'
        | 'otherPhone'
        | 'tag'
        | 'customField';
      reason: string;
      /** Format: date */
      to?: string;
      values?: {
        agency?: string;
        /** @enum {string} */
        category?: 'male_60' | 'female_55' | 'female_50';
        contractNo?: string;
        /** @description Decimal yuan as text */
        contractWage?: string;
        /** @enum {string} */
        endReason?: 'left' | 'returned_to_agency' | 'contract_ended' | 'retired' | 'deceased';
        /** @enum {string} */
        engagementStatus?: 'probation' | 'in_post' | 'suspended';
        fullTime?: boolean;
        /** @description Decimal yuan as text */
        fundBase?: string;
        fundEmployeeRate?: string;
        fundEmployerRate?: string;
        fundMember?: boolean;
        gradeCode?: string;
        gridCode?: string;
        /** @description Decimal yuan as text */
        insuranceBase?: string;
        insured?: boolean;
        /** Format: date */
        issuedOn?: string;
        /** @description Decimal yuan as text */
        lowestSamePost?: string;
        number?: string;
        postCode?: string;
        /** @enum {string} */
        postKind?: 'temporary' | 'auxiliary' | 'substitute';
        /** Format: date */
        signedOn?: string;
        /** Format: date */
        validUntil?: string;
      };
    };
    CorrectNameBody: {
      name: string;
      reason: string;
    };
    CostFigures: {
      /** @description Decimal yuan as text */
      employer: string;
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description Decimal yuan as text */
      total: string;
    };
    Coverage: {
      coveredByOthers: number;
      days: number;
      /** Format: date */
      from: string;
      grids: {
        code: string;
        coveredByOthers: number;
        days: number;
        name: string;
        path: string[];
        pieces: {
          covering: components['schemas']['OnGrid'][];
          /** Format: date */
          from: string;
          main: components['schemas']['OnGrid'][];
          /**
           * Format: date
           * @description Exclusive
           */
          to: string;
        }[];
        uncovered: number;
        /** Format: uuid */
        unitId: string;
      }[];
      uncovered: number;
      /**
       * Format: date
       * @description Last day
       */
      until: string;
    };
    CoverageQuery: {
      /** Format: date */
      from: string;
      unit?: string;
      /** Format: date */
      until: string;
    };
    CreateCentreBody: {
      code: string;
      name: string;
      region: string;
      settings?: {
        /** @enum {string} */
        bonusMethod?: 'separate' | 'together';
        payDay?: number;
        payMonthOffset?: number;
        retroYears?: number;
      };
    };
    CreateRunBody: {
      /** Format: uuid */
      centreId: string;
      /** Format: uuid */
      correctsRunId?: string;
      /** Format: uuid */
      fundId: string;
      /** @enum {string} */
      kind: 'regular' | 'supplementary' | 'correction' | 'bonus';
      /** Format: date */
      payDate: string;
      /** @description Month */
      period: string;
      /** Format: uuid */
      replacesRunId?: string;
    };
    CreateUserBody: {
      /** Format: uuid */
      agencyId?: string;
      /** Format: uuid */
      centreId?: string;
      displayName: string;
      machine?: boolean;
      name: string;
      /** Format: uuid */
      samePersonAs?: string;
      workerNo?: number;
    };
    CustomField: {
      choices: string[];
      code: string;
      inUse: boolean;
      name_en: string;
      name_zh: string;
      order: number;
      /** @enum {string} */
      type: 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes_no' | 'sealed';
    };
    CustomFieldBody: {
      choices: string[];
      code: string;
      /** Format: date */
      from: string;
      inUse: boolean;
      nameEn: string;
      nameZh: string;
      order: number;
      /** @enum {string} */
      type: 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes_no' | 'sealed';
    };
    CutOffBody: {
      cutOffAt: number;
    };
    DelegationBody: {
      /** Format: date */
      from: string;
      /** @enum {string} */
      permission:
        | 'centre:manage'
        | 'user:manage'
        | 'role:grant'
        | 'token:manage'
        | 'audit:read'
        | 'roster:read'
        | 'roster:write'
        | 'roster:import'
        | 'worker:reveal'
        | 'export:approve'
        | 'card:approve'
        | 'agency:manage'
        | 'grade:manage'
        | 'dictionary:manage'
        | 'calendar:read'
        | 'calendar:manage'
        | 'attendance:read'
        | 'attendance:write'
        | 'attendance:team'
        | 'attendance:approve'
        | 'attendance:close'
        | 'attendance:reopen'
        | 'evaluation:read'
        | 'evaluation:write'
        | 'scheme:manage'
        | 'run:read'
        | 'run:prepare'
        | 'run:check'
        | 'run:approve'
        | 'run:cancel'
        | 'tax:write'
        | 'opening:import'
        | 'payslip:own'
        | 'fund:read'
        | 'fund:manage'
        | 'settlement:read'
        | 'settlement:settle'
        | 'settlement:pay'
        | 'policy:read'
        | 'policy:propose'
        | 'policy:activate'
        | 'calculator:use'
        | 'verify:run';
      /** Format: date */
      to: string;
      /** Format: uuid */
      toUserId: string;
    };
    DispatchAgreement: {
      /** Format: uuid */
      agencyId: string;
      /**
       * Format: uuid
       * @description What documents about it name
       */
      factId: string;
      fee: string | null;
      /** Format: date */
      from: string;
      headcount: number | null;
      insurance: string | null;
      number: string | null;
      pay: string | null;
      payment: string | null;
      posts: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      severance: ('agency' | 'centre') | null;
      tax: ('difference_5' | 'general_6' | 'simple_3') | null;
      /**
       * Format: date
       * @description Exclusive
       */
      to: string;
    };
    DispatchExpiry: {
      /** Format: uuid */
      agencyId: string | null;
      /** @description That decision keeps it off the desk */
      closed: boolean;
      /**
       * Format: date
       * @description Last day; of a retirement the day the age is reached
       */
      date: string;
      daysLeft: number;
      /** @description The latest */
      decision: components['schemas']['MatterDecision'] | null;
      key: string;
      /** @enum {string} */
      kind: 'contract' | 'probation' | 'certificate' | 'document' | 'id_card' | 'retirement' | 'licence' | 'agreement';
      label: string | null;
      name: string;
      /** @enum {string} */
      stage: 'overdue' | 'd7' | 'd30' | 'd60';
      /** @enum {string} */
      subjectType: 'worker' | 'agency' | 'centre';
      workerNo: number | null;
    };
    DispatchFinding: {
      /** Format: uuid */
      agencyId: string | null;
      /** @description That decision keeps it off the desk */
      closed: boolean;
      code: string;
      /** @description The latest */
      decision: components['schemas']['MatterDecision'] | null;
      key: string;
      law_en: string;
      law_zh: string;
      name: string;
      /** @enum {string} */
      severity: 'block' | 'warning';
      /** @enum {string} */
      subjectType: 'worker' | 'agency' | 'centre';
      text_en: string;
      text_zh: string;
      workerNo: number | null;
    };
    Document: {
      /**
       * Format: uuid
       * @description The recorded row that it proves
       */
      aboutId: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      erasedAt: string | null;
      /** Format: date */
      expiresOn: string | null;
      /** Format: uuid */
      id: string;
      kind: string;
      /** @description Long numbers masked; null once the content is erased */
      name: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      /** @description Bytes */
      size: number;
      /** @enum {string} */
      type: 'pdf' | 'jpeg' | 'png' | 'docx' | 'xlsx';
      /**
       * Format: date-time
       * @description UTC
       */
      withdrawnAt: string | null;
      withdrawnReason: string | null;
    };
    DocumentKind: {
      /** @description Of the product: cannot be changed */
      builtIn: boolean;
      code: string;
      inUse: boolean;
      name_en: string;
      name_zh: string;
      order: number;
      /** @description Tells of health or conduct */
      sensitive: boolean;
      /** @enum {string} */
      subject: 'worker' | 'agency';
    };
    DocumentKindBody: {
      code: string;
      /** Format: date */
      from: string;
      inUse: boolean;
      nameEn: string;
      nameZh: string;
      order: number;
      sensitive: boolean;
      /** @enum {string} */
      subject: 'worker' | 'agency';
    };
    EducationBody: {
      /** Format: date */
      from: string;
      /** Format: date */
      graduatedOn?: string;
      /** @enum {string} */
      level:
        'postgraduate' | 'bachelor' | 'college' | 'vocational' | 'senior_high' | 'junior_high' | 'primary' | 'other';
      reason?: string;
      school?: string;
    };
    EndBody: {
      /** @enum {string} */
      endReason: 'left' | 'returned_to_agency' | 'contract_ended' | 'retired' | 'deceased';
      /** Format: date */
      lastDay: string;
      reason?: string;
    };
    EqualPayQueryDto: {
      /** @enum {string} */
      by?: 'agency' | 'fund' | 'kind';
      item?: string;
      /** @description Month */
      period?: string;
    };
    EqualPayReport: {
      also_en: string | null;
      also_zh: string | null;
      /** @enum {string} */
      by: 'agency' | 'fund' | 'kind';
      chart: {
        columns: string[];
        /** @enum {string} */
        kind: 'bars' | 'stacked' | 'lines';
      };
      columns: {
        key: string;
        /** @enum {string} */
        kind: 'whole' | 'mean' | 'percent' | 'yuan';
        name_en: string;
        name_zh: string;
      }[];
      /** @description In sides of fewer than three people, which the caller may not see */
      hidden: number;
      item: string;
      items: {
        code: string;
        name_en: string;
        name_zh: string;
      }[];
      label_en: string;
      label_zh: string;
      /** @description Paid, but not the whole month in one post and grade after probation */
      leftOut: number;
      people: number;
      /** @description Null where no month is paid */
      period: string | null;
      periods: string[];
      rows: components['schemas']['ReportRow'][];
      threshold: {
        confidence: string;
        percent: string;
        source: string;
        /** @description Month */
        validFrom: string;
      } | null;
      total: (string | null)[] | null;
    };
    EvidenceBody: {
      document: string;
      /** Format: date */
      happenedOn: string;
      /** @enum {string} */
      kind:
        | 'recruitment_condition'
        | 'assessed_unfit'
        | 'rules_announced'
        | 'violation'
        | 'dereliction'
        | 'damage'
        | 'second_employment'
        | 'refused_to_correct'
        | 'fraud'
        | 'criminal_judgment'
        | 'medical_period_over'
        | 'other_work_arranged'
        | 'still_unable'
        | 'failed'
        | 'trained'
        | 'moved'
        | 'failed_again'
        | 'objective_change'
        | 'negotiated'
        | 'closure'
        | 'agreement_ended';
    };
    EvidenceKind: {
      kind: string;
      name_en: string;
      name_zh: string;
    };
    Exclusion: {
      /**
       * Format: date-time
       * @description UTC
       */
      acknowledgedAt: string | null;
      /** Format: uuid */
      acknowledgedBy: string | null;
      code: string;
      message: string;
      message_en: string;
      message_zh: string;
      reason: string | null;
      workerNo: number;
    };
    ExplainedLine: {
      /** @description Decimal yuan as text */
      amount: string;
      itemNo: number;
      name: string;
      steps: components['schemas']['ExplainedStep'][];
    };
    ExplainedStep: {
      /** @enum {string} */
      confidence: 'confirmed' | 'unconfirmed';
      formula: string;
      label: string;
      result: string;
      rule: string;
      segment?: number;
      source: string;
      values: {
        [key: string]: string;
      };
    };
    ExportBody: {
      /** Format: uuid */
      agencyId?: string;
      columns?: string;
      /** @enum {string} */
      format?: 'xlsx' | 'pdf' | 'csv';
      groupBy?: string;
      /** @enum {string} */
      language?: 'zh' | 'en';
      layout?: string;
      purpose?: string;
      workerNo?: number;
    };
    ExportTask: {
      bytes: number;
      /** Format: uuid */
      centreId: string;
      /** @description Keys of its columns, in their order */
      chosen: string[];
      /** @description Rows written so far */
      doneRows: number;
      error: {
        code: string;
        detail_en: string;
        detail_zh: string;
      } | null;
      /** @description Rows when it was asked for */
      expected: number;
      /**
       * Format: date-time
       * @description The file is gone then
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      finishedAt: string | null;
      /** @enum {string} */
      format: 'xlsx' | 'csv';
      hash: string;
      /** Format: uuid */
      id: string;
      kind: string;
      /** @enum {string} */
      language: 'zh' | 'en';
      /** @description Whether ID, card or phone numbers stand in it in full */
      numbers: boolean;
      purpose: string;
      /**
       * Format: date-time
       * @description UTC
       */
      requestedAt: string;
      /** Format: uuid */
      requestedBy: string;
      sha256: string | null;
      /** @enum {string} */
      status: 'waiting' | 'queued' | 'making' | 'done' | 'failed' | 'stopped' | 'returned' | 'expired';
    };
    Fact: {
      /**
       * Format: uuid
       * @description The act in bulk that recorded it
       */
      batchId: string | null;
      /** Format: uuid */
      factId: string;
      /** @description The file that act read */
      fileName: string | null;
      /** Format: date */
      from: string;
      inForce: {
        /** Format: date */
        from: string;
        /** Format: date */
        to: string;
      }[];
      /** @enum {string} */
      kind:
        | 'engagement'
        | 'assignment'
        | 'grade'
        | 'certificate'
        | 'contribution'
        | 'bankCard'
        | 'phone'
        | 'contract'
        | 'protection'
        | 'identityCard'
        | 'retirement'
        | 'education'
        | 'political'
        | 'address'
        | 'contact'
        | 'otherPhone'
        | 'tag'
        | 'customField';
      /**
       * Format: date-time
       * @description UTC
       */
      knownSince: string;
      reason: string | null;
      /** Format: uuid */
      recordedBy: string;
      retracted: boolean;
      /** Format: uuid */
      supersedes: string | null;
      /**
       * Format: date
       * @description Exclusive; 9999-12-31 while open
       */
      to: string;
      values: {
        [key: string]: string | number | boolean | null;
      };
    };
    FieldValueBody: {
      code: string;
      /** Format: date */
      from: string;
      reason?: string;
      value?: string;
    };
    FillBody: {
      /** @enum {string} */
      by: 'pattern' | 'copy';
      days?: {
        shift: string;
      }[];
      fromDay?: number;
      stagger?: number;
      workerNos?: number[];
    };
    Finding: {
      /** @description Stable */
      code: string;
      /** @description In the language of Accept-Language */
      detail: string;
      detail_en: string;
      detail_zh: string;
      /** @description Each finding by itself when there are several */
      errors?: components['schemas']['Finding'][];
      /** @description Where in the input it lies */
      place?: {
        [key: string]: unknown;
      };
    };
    Fund: {
      balances: components['schemas']['Balances'];
      /** Format: uuid */
      centreId: string;
      code: string;
      economicCode: string | null;
      fiscalYear: number;
      functionCode: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'basic' | 'project' | 'zero';
      name: string;
      no: number;
      /** @description Per cent with two decimals */
      progressPct: string;
      purpose: string | null;
      /** @description Per cent with two decimals */
      timeProgressPct: string;
    };
    FundSplit: {
      /** Format: date */
      from: string;
      shares: {
        /** @description Code of the fund */
        fund: string;
        percent: string;
      }[];
      /**
       * Format: date
       * @description Exclusive; 9999-12-31 while open
       */
      to: string;
    };
    FundSplitBody: {
      /** Format: date */
      from: string;
      shares: {
        fund: string;
        percent: string;
      }[];
    };
    Grade: {
      code: string;
      /** Format: uuid */
      id: string;
      name: string;
      postCode: string;
      standard: {
        /** @description Decimal yuan as text */
        base: string;
        /** @description Decimal yuan as text */
        performance: string;
        /** @description Decimal yuan as text */
        post: string;
      } | null;
    };
    GradesBody: {
      grades: {
        /** @description Decimal yuan as text */
        base: string;
        code: string;
        /** Format: date */
        from: string;
        name: string;
        /** @description Decimal yuan as text */
        performance: string;
        /** @description Decimal yuan as text */
        post: string;
        postCode: string;
      }[];
    };
    HeadsBody: {
      userIds: string[];
    };
    HireBody: {
      agency: string;
      bankCard?: string;
      bankName?: string;
      certificate?: string;
      /** Format: date */
      certificateIssuedOn?: string;
      certificateNo?: string;
      contactName?: string;
      contactPhone?: string;
      /** @enum {string} */
      contactRelation?: 'spouse' | 'parent' | 'child' | 'sibling' | 'other';
      /** @description Decimal yuan as text */
      contractWage?: string;
      /** @enum {string} */
      education?:
        'postgraduate' | 'bachelor' | 'college' | 'vocational' | 'senior_high' | 'junior_high' | 'primary' | 'other';
      /** @enum {string} */
      engagementStatus?: 'probation' | 'in_post';
      /** @description Decimal yuan as text */
      fundBase?: string;
      fundEmployeeRate?: string;
      fundEmployerRate?: string;
      fundMember?: boolean;
      gradeCode: string;
      /** Format: date */
      graduatedOn?: string;
      gridCode: string;
      householdAddress?: string;
      idNumber: string;
      /** @description Decimal yuan as text */
      insuranceBase?: string;
      insured?: boolean;
      /** Format: date */
      joinedOn: string;
      /** @description Decimal yuan as text */
      lowestSamePost?: string;
      name: string;
      otherPhone?: string;
      phone?: string;
      /** @enum {string} */
      politicalStatus?:
        'party_member' | 'probationary_member' | 'league_member' | 'democratic_party' | 'no_party' | 'masses';
      postCode?: string;
      /** Format: date */
      probationLastDay?: string;
      reason?: string;
      residenceAddress?: string;
      school?: string;
      workerNo?: number;
    };
    HoursBody: {
      /** @enum {string} */
      cycle?: 'month' | 'quarter' | 'year';
      document?: string;
      /** Format: date */
      from: string;
      /** @enum {string} */
      system: 'standard' | 'comprehensive' | 'flexible';
      /** Format: uuid */
      unitId?: string;
      /** Format: date */
      until?: string;
      workerNo?: number;
    };
    IdentityCardBody: {
      /** Format: date */
      from: string;
      reason?: string;
      /** Format: date */
      validUntil: string;
    };
    ImpactAmounts: {
      /** @description Decimal yuan as text */
      cost: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description Decimal yuan as text */
      net: string;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** @description Decimal yuan as text */
      receivable: string;
      /** @description Decimal yuan as text */
      tax: string;
    };
    ImportBatch: {
      /** Format: uuid */
      centreId: string;
      changed: number;
      created: number;
      fileName: string;
      /** Format: uuid */
      id: string;
      kind: string;
      /** @description Rows with errors that were not imported; null where the file went in whole */
      leftOut: number | null;
      /** @description Empty for kinds without a month */
      period: string;
      /** @description Whether it is on record which rows it made; without that it cannot be undone */
      recorded: boolean;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      same: number;
      status: string;
      undone: {
        /**
         * Format: date-time
         * @description UTC
         */
        at: string;
        /** Format: uuid */
        by: string;
        reason: string;
        rows: number;
      } | null;
    };
    ImportColumns: {
      sheets: {
        /** @description Sheet of ours; empty: not read */
        as: string;
        columns: {
          at: number;
          by: ('remembered' | 'name' | 'synonym' | 'content') | null;
          head: string;
          key: string | null;
          samples: string[];
        }[];
        headRow: number;
        missing: string[];
        remembered: boolean;
        sheet: string;
        signature: string;
      }[];
      targets: {
        columns: {
          en: string;
          key: string;
          required: boolean;
          zh: string;
        }[];
        en: string;
        zh: string;
      }[];
      /** @description The file follows the template; nothing is to be said */
      template: boolean;
    };
    ImportResult: {
      /**
       * Format: uuid
       * @description Null when nothing was written
       */
      batchId: string | null;
      changed: number;
      created: number;
      errors: {
        code: string;
        column: string;
        detail_en: string;
        detail_zh: string;
        row: number;
        sheet: string;
        value: string;
      }[];
      same: number;
      wrong: number;
    };
    ImportUndo: {
      /** @description People that the import entered and that go with it */
      entered: number;
      people: number;
      /** @description Rows that are taken back */
      rows: number;
      /** @description In so many ways it is in use; 0: it can be undone */
      used: number;
      /** @description The first of them */
      uses: {
        code: string;
        detail_en: string;
        detail_zh: string;
      }[];
    };
    IssueTokenBody: {
      days: number;
      name: string;
      /** Format: uuid */
      userId: string;
    };
    LateChange: {
      decision: {
        /**
         * Format: date-time
         * @description UTC
         */
        decidedAt: string;
        /** Format: uuid */
        decidedBy: string;
        /** @enum {string} */
        decision: 'retro' | 'next_month' | 'refuse';
        /** @description Month */
        fromPeriod: string | null;
        reason: string | null;
      } | null;
      /** Format: uuid */
      factId: string;
      /** @description Code of the grade or certificate, or id of the agency, of a standard or fee */
      key: string | null;
      kind: string;
      kind_en: string;
      kind_zh: string;
      /** @description Months that were cut off before and that nothing has put right since */
      periods: string[];
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      retracted: boolean;
      /** Format: date */
      validFrom: string;
      /** Format: date */
      validTo: string;
      /** @description What the fact says; amounts in fen */
      values: {
        [key: string]: unknown;
      };
      workerNo: number | null;
    };
    LateDecisionBody: {
      /** @enum {string} */
      decision: 'retro' | 'next_month' | 'refuse';
      factIds: string[];
      reason?: string;
    };
    LayoutBody: {
      columns: {
        head: string;
        key: string;
      }[];
      sheet: string;
      signature: string;
      source: string;
    };
    LeaveBalancesBody: {
      balances: {
        days: string;
        /** @enum {string} */
        kind:
          | 'annual'
          | 'personal'
          | 'marriage'
          | 'bereavement'
          | 'maternity'
          | 'paternity'
          | 'childcare'
          | 'nursing'
          | 'prenatal'
          | 'work_injury'
          | 'time_off'
          | 'other';
        workerNo: number;
        year: number;
      }[];
    };
    LedgerEntry: {
      /** @description Decimal yuan as text */
      availableAfter: string;
      /** Format: date */
      businessDate: string;
      /** Format: uuid */
      centreId: string;
      documentNo: string | null;
      /** Format: uuid */
      fundId: string;
      /** Format: uuid */
      id: string;
      kind: string;
      legs: {
        /** @enum {string} */
        account: 'granted' | 'available' | 'reserved' | 'paid';
        /** @description Decimal yuan as text */
        amount: string;
        no: number;
      }[];
      no: number;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      /** Format: uuid */
      reservationId: string | null;
      /** Format: uuid */
      sourceId: string;
      sourcePart: number;
      sourceType: string;
    };
    LinkWorkerBody: {
      /** Format: uuid */
      centreId: string;
      workerNo: number;
    };
    ListedAgency: {
      bankAccount: string | null;
      bankName: string | null;
      /** Format: uuid */
      centreId: string;
      code: string;
      /** @description Null where none holds on the date */
      fee: components['schemas']['AgencyFee'] | null;
      /** Format: uuid */
      id: string;
      licenceNo: string | null;
      /** Format: date */
      licenceUntil: string | null;
      name: string;
      taxNo: string | null;
    };
    ListExportBody: {
      columns?: string;
      /** @enum {string} */
      format?: 'xlsx' | 'csv';
      /** @enum {string} */
      language?: 'zh' | 'en';
      purpose?: string;
    };
    LoadBudgetBody: {
      document: {
        [key: string]: unknown;
      };
    };
    LoadedBudget: {
      /** Format: uuid */
      budgetId: string;
      fiscalYear: number;
      funds: {
        /** Format: uuid */
        id: string;
        name: string;
        no: number;
      }[];
    };
    LoadYearBody: {
      /** @default false */
      replace: boolean;
      text: string;
    };
    MatterCounts: {
      blocks: number;
      d7: number;
      d30: number;
      d60: number;
      overdue: number;
      warnings: number;
    };
    MatterDecision: {
      /** @enum {string} */
      act: 'accept' | 'done' | 'postpone' | 'reopen';
      /**
       * Format: date-time
       * @description UTC
       */
      decidedAt: string;
      /** Format: uuid */
      decidedBy: string;
      reason: string;
      /** Format: date */
      until: string | null;
    };
    MatterDecisionBody: {
      /** @enum {string} */
      act: 'accept' | 'done' | 'postpone' | 'reopen';
      key: string;
      reason: string;
      /** Format: date */
      until?: string;
    };
    MoveBody: {
      /** Format: date */
      from: string;
      gridCode: string;
      reason?: string;
    };
    OfficePerson: {
      displayName: string;
      /** Format: uuid */
      userId: string;
    };
    OneOffsBody: {
      entries: {
        /** @description Decimal yuan as text */
        amount?: string;
        /** @description Decimal yuan as text */
        averageWage?: string;
        days?: number;
        evidence?: string;
        /** @enum {string} */
        kind: 'annual_leave' | 'severance' | 'loss' | 'labour';
        /** @description Decimal yuan as text */
        localAverage?: string;
        months?: number;
        workerNo: number;
        years?: number;
      }[];
      /** @description Month */
      period: string;
    };
    OnGrid: {
      name: string;
      no: number;
    };
    OpenDocumentBody: {
      purpose: string;
    };
    OrgUnit: {
      code: string;
      households: number | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'street' | 'community' | 'grid';
      name: string;
      /** Format: uuid */
      parentId: string | null;
      population: number | null;
      quota: number | null;
    };
    OrgUnitsBody: {
      units: {
        code: string;
        /** Format: date */
        from?: string;
        households?: number;
        /** @enum {string} */
        kind: 'street' | 'community' | 'grid';
        name: string;
        parentCode?: string;
        population?: number;
        quota?: number;
      }[];
    };
    OtherPhoneBody: {
      /** Format: date */
      from: string;
      phone: string;
      /** @enum {string} */
      phoneUse: 'second' | 'home' | 'work';
      reason?: string;
    };
    OwnPayslip: {
      /** Format: uuid */
      agencyId: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** @enum {string} */
      kind: 'regular' | 'supplementary' | 'correction' | 'bonus';
      /** @description Decimal yuan as text */
      net: string;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** Format: date */
      payDate: string;
      /** @description Month */
      period: string;
      /** @description Decimal yuan as text */
      receivable: string;
      runNo: number;
      /** @description Decimal yuan as text */
      tax: string;
      workerNo: number;
    };
    OwnPayslipDetail: {
      /** Format: uuid */
      agencyId: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      explanation: components['schemas']['ExplainedLine'][];
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** @enum {string} */
      kind: 'regular' | 'supplementary' | 'correction' | 'bonus';
      lines: components['schemas']['SlipLine'][];
      /** @description Decimal yuan as text */
      net: string;
      oneOffs: components['schemas']['SlipOneOff'][];
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** Format: date */
      payDate: string;
      /** @description Month */
      period: string;
      /** @description Decimal yuan as text */
      receivable: string;
      retro: components['schemas']['SlipDelta'][];
      runNo: number;
      /** @description Decimal yuan as text */
      tax: string;
      workerNo: number;
    };
    OwnStaffBody: {
      /** Format: date */
      from: string;
      people: number;
    };
    PackCheck: {
      /** @description SHA-256 of exactly what was calculated */
      basis: string;
      changes: {
        after: components['schemas']['ParameterInForce'] | null;
        before: components['schemas']['ParameterInForce'] | null;
        /** @description Month */
        from: string;
        key: string;
        region: string;
        /** @description Month */
        to: string;
        /** @enum {string} */
        what: 'value' | 'origin';
      }[];
      findings: {
        code: string;
        message_en: string;
        message_zh: string;
        path: string;
      }[];
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      layer: string | null;
    };
    PackEffect: {
      /** @description SHA-256 of exactly what was calculated */
      basis: string;
      centres: {
        /** Format: uuid */
        centreId: string;
        centreName: string;
        funds: {
          /** @description Decimal yuan as text */
          available: string;
          /** @description Decimal yuan as text */
          difference: string;
          fiscalYear: number;
          /** Format: uuid */
          fundId: string;
          name: string;
          /** @description Decimal yuan as text */
          short: string;
        }[];
        periods: components['schemas']['PeriodImpact'][];
        skipped: {
          code: string;
          message: string;
          /** @description Month */
          period: string;
        }[];
      }[];
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      hiddenCentres: number;
    };
    PackEffectProgress: {
      effect: components['schemas']['PackEffect'] | null;
      /** Format: uuid */
      id: string;
      job: {
        done: number;
        error: {
          code: string;
          detail_en: string;
          detail_zh: string;
        } | null;
        /** @enum {string} */
        state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
        stopRequested: boolean;
        /** @description Parts planned; 0 before that */
        total: number;
      };
    };
    PackReasonBody: {
      reason: string;
    };
    PackTextBody: {
      text: string;
    };
    ParallelAnswer: {
      classes: {
        /** @description Decimal yuan as text */
        amount: string;
        /** @enum {string} */
        class:
          | 'missing_person'
          | 'extra_person'
          | 'unreadable'
          | 'item_missing'
          | 'other'
          | 'base'
          | 'proration'
          | 'tax'
          | 'follows'
          | 'rounding';
        count: number;
        name_en: string;
        name_zh: string;
        people: number;
      }[];
      columns: {
        column: number;
        header: string;
        nameEn: string;
        nameZh: string;
        /** @description workerNo, idNumber, name, a total, or item:<number> */
        target: string;
      }[];
      differences: {
        /** @enum {string} */
        class:
          | 'missing_person'
          | 'extra_person'
          | 'unreadable'
          | 'item_missing'
          | 'other'
          | 'base'
          | 'proration'
          | 'tax'
          | 'follows'
          | 'rounding';
        column: number | null;
        method: string | null;
        name: string;
        name_en: string;
        name_zh: string;
        /** @description Decimal yuan as text */
        ours: string | null;
        row: number | null;
        /** @description workerNo, idNumber, name, a total, or item:<number> */
        target: string | null;
        /** @description Decimal yuan as text */
        theirs: string | null;
        workerNo: number | null;
      }[];
      /** @description Differences beyond those listed */
      more: number;
      notInSheet: {
        en: string;
        /** @description workerNo, idNumber, name, a total, or item:<number> */
        target: string;
        zh: string;
      }[];
      people: {
        equal: number;
        matched: number;
        ours: number;
        theirs: number;
      };
      /** @description Month */
      period: string;
      sheet: string;
      unread: string[];
      /** @enum {string} */
      verdict: 'same' | 'explained' | 'open';
    };
    ParallelColumnsBody: {
      columns: {
        header: string;
        target: string;
      }[];
    };
    ParallelSketch: {
      columns: {
        column: number;
        header: string;
        said: boolean;
        sample: string;
        /** @description workerNo, idNumber, name, a total, or item:<number> */
        target: string | null;
      }[];
      headerRow: number;
      rows: number;
      sheet: string;
      targets: {
        en: string;
        /** @description workerNo, idNumber, name, a total, or item:<number> */
        target: string;
        zh: string;
      }[];
    };
    ParameterInForce: {
      /** @enum {string} */
      confidence: 'confirmed' | 'unconfirmed';
      key: string;
      layer: string;
      note?: string;
      source: string;
      /** Format: date */
      validFrom: string;
      /** Format: date */
      validTo: string | null;
      /** @description Amounts in yuan as text */
      value: unknown;
    };
    PatternBody: {
      days: {
        shift: string;
      }[];
      name: string;
    };
    PayBody: {
      /** @description Decimal yuan as text */
      amount?: string;
      documentNo: string;
      final?: boolean;
      /** Format: uuid */
      fundId?: string;
      /** Format: date */
      paidOn: string;
      reason?: string;
    };
    PayFigures: {
      /** @description Decimal yuan as text */
      cost: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description Decimal yuan as text */
      net: string;
    };
    PayItem: {
      behaviour: string;
      code: string;
      formula?: string;
      inOvertimeBase: boolean;
      /** @enum {string} */
      kind: 'earning' | 'deduction' | 'employer_cost' | 'information';
      nameEn: string;
      nameZh: string;
      no: number;
      reducedByAbsence: boolean;
      rule?: string;
      taxable: boolean;
    };
    Payment: {
      /** @description Decimal yuan as text */
      amount: string;
      attempt: number;
      /** Format: uuid */
      fundId: string;
      /** Format: uuid */
      paymentId: string;
      /** @enum {string} */
      status: 'prepared' | 'confirmed' | 'paid';
    };
    PayPreview: {
      exclusions: {
        code: string;
        message: string;
        message_en: string;
        message_zh: string;
        workerNo: number;
      }[];
      /** Format: date */
      payDate: string;
      /** @description Month */
      period: string;
      slips: {
        /** Format: uuid */
        agencyId: string;
        /** @description Decimal yuan as text */
        employeeFund: string;
        /** @description Decimal yuan as text */
        employeeInsurance: string;
        /** @description Decimal yuan as text */
        employerFund: string;
        /** @description Decimal yuan as text */
        employerInsurance: string;
        /** @description Decimal yuan as text */
        fee: string;
        /** @description Decimal yuan as text */
        gross: string;
        lines: components['schemas']['SlipLine'][];
        /** @description Decimal yuan as text */
        net: string;
        /** @description Decimal yuan as text */
        otherDeductions: string;
        /** @description Decimal yuan as text */
        receivable: string;
        /** @description Decimal yuan as text */
        tax: string;
        workerNo: number;
      }[];
    };
    PayScheme: {
      /**
       * Format: date-time
       * @description UTC
       */
      adoptedAt: string;
      /** Format: uuid */
      adoptedBy: string;
      /** Format: uuid */
      centreId: string;
      definition: components['schemas']['PaySchemeDefinition'];
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** Format: uuid */
      id: string;
      nameEn: string;
      nameZh: string;
      /** @description Month */
      validFrom: string;
      version: number;
    };
    /** @description As the engine compiles it */
    PaySchemeDefinition: {
      items: components['schemas']['PayItem'][];
    } & {
      [key: string]: unknown;
    };
    PeopleReport: {
      also_en: string | null;
      also_zh: string | null;
      chart: {
        columns: string[];
        /** @enum {string} */
        kind: 'bars' | 'stacked' | 'lines';
      };
      columns: {
        key: string;
        /** @enum {string} */
        kind: 'whole' | 'mean' | 'percent' | 'yuan';
        name_en: string;
        name_zh: string;
      }[];
      /** Format: date */
      from: string;
      label_en: string;
      label_zh: string;
      /** @enum {string} */
      report: 'head_count' | 'turnover_months' | 'turnover_agencies' | 'leaving_reasons' | 'seats' | 'contract_ends';
      rows: components['schemas']['ReportRow'][];
      total: (string | null)[] | null;
      /**
       * Format: date
       * @description Last day
       */
      until: string;
    };
    PeopleReportQueryDto: {
      agency?: string;
      /** @enum {string} */
      by?: 'unit' | 'post' | 'agency' | 'age' | 'education' | 'sex' | 'political';
      /** Format: date */
      from?: string;
      /** Format: date */
      on?: string;
      post?: string;
      /** @enum {string} */
      report: 'head_count' | 'turnover_months' | 'turnover_agencies' | 'leaving_reasons' | 'seats' | 'contract_ends';
      unit?: string;
      /** Format: date */
      until?: string;
    };
    PerformancesBody: {
      results: {
        /**
         * @description Decimal yuan as text
         * @default 0
         */
        award: string;
        coefficient: string;
        /** @description Month */
        period: string;
        score?: string;
        workerNo: number;
      }[];
    };
    Period: {
      /** Format: uuid */
      centreId: string;
      /**
       * Format: date-time
       * @description UTC
       */
      cutOffAt: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      lockedAt: string | null;
      /** Format: uuid */
      lockedBy: string | null;
      /** @description Month */
      period: string;
      status: string;
    };
    PeriodImpact: {
      affected: number;
      after: components['schemas']['ImpactAmounts'];
      before: components['schemas']['ImpactAmounts'];
      difference: components['schemas']['ImpactAmounts'];
      /** Format: uuid */
      fundId: string | null;
      /** Format: date */
      payDate: string;
      people: number;
      /** @description Month */
      period: string;
      persons: {
        difference: components['schemas']['ImpactAmounts'];
        excluded: string | null;
        name: string | null;
        workerNo: number;
      }[];
      runs: {
        no: number;
        status: string;
      }[];
      /** @enum {string} */
      state: 'paid' | 'open' | 'ahead';
      /** @description Month */
      taxMonth: string;
      unknown: {
        code: string;
        message: string;
        people: number;
      }[];
    };
    PersonFileBody: {
      /** @enum {string} */
      language?: 'zh' | 'en';
      purpose: string;
    };
    PhoneBody: {
      /** Format: date */
      from: string;
      phone: string;
      reason?: string;
    };
    PlanCellsBody: {
      cells: {
        day: number;
        text: string;
        workerNo: number;
      }[];
    };
    PolicyPack: {
      /** Format: uuid */
      centreId: string;
      /**
       * Format: date-time
       * @description UTC
       */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** Format: uuid */
      id: string;
      layer: string;
      opinion: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      proposedAt: string;
      /** Format: uuid */
      proposedBy: string;
      reason: string;
      seq: number | null;
      /** @enum {string} */
      status: 'proposed' | 'activated' | 'returned' | 'withdrawn';
    };
    PolicyPackText: {
      /** Format: uuid */
      centreId: string;
      /**
       * Format: date-time
       * @description UTC
       */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** Format: uuid */
      id: string;
      layer: string;
      opinion: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      proposedAt: string;
      /** Format: uuid */
      proposedBy: string;
      reason: string;
      seq: number | null;
      /** @enum {string} */
      status: 'proposed' | 'activated' | 'returned' | 'withdrawn';
      text: string;
    };
    PolicyValue: {
      /** @enum {string} */
      confidence: 'confirmed' | 'unconfirmed';
      key: string;
      layer: string;
      note?: string;
      source: string;
      /** Format: date */
      validFrom: string;
      /** Format: date */
      validTo: string | null;
      /** @description Amounts in fen */
      value: unknown;
    };
    PoliticalBody: {
      /** Format: date */
      from: string;
      /** @enum {string} */
      politicalStatus:
        'party_member' | 'probationary_member' | 'league_member' | 'democratic_party' | 'no_party' | 'masses';
      reason?: string;
    };
    PriorServicesBody: {
      entries: {
        /** Format: date */
        continuousFrom?: string;
        evidence: string;
        months: number;
        workerNo: number;
      }[];
    };
    Problem: {
      /** @description Stable */
      code: string;
      /** @description In the language of Accept-Language */
      detail: string;
      detail_en: string;
      detail_zh: string;
      /** @description Each finding by itself when there are several */
      errors?: components['schemas']['Finding'][];
      /** @description Number of the request, as in the header X-Request-Id and in the log */
      instance: string;
      /** @description Where in the input it lies */
      place?: {
        [key: string]: unknown;
      };
      status: number;
      title: string;
      type: string;
    };
    ProposePackBody: {
      /** Format: uuid */
      centreId: string;
      reason: string;
      text: string;
    };
    ProtectionBody: {
      evidence: string;
      /** Format: date */
      from: string;
      /** @enum {string} */
      ground:
        | 'pregnancy'
        | 'maternity'
        | 'nursing'
        | 'medical_period'
        | 'occupational_disease'
        | 'work_injury'
        | 'near_retirement';
      /** Format: date */
      lastDay?: string;
      reason?: string;
    };
    Readiness: {
      items: components['schemas']['ReadinessItem'][];
      /** Format: date */
      payDate: string;
      people: number;
      /** @description Month */
      period: string;
      /** @description Month */
      taxMonth: string;
    };
    ReadinessItem: {
      /** @enum {string} */
      check:
        | 'rules'
        | 'period'
        | 'people'
        | 'facts'
        | 'attendance'
        | 'attendance_close'
        | 'deductions'
        | 'cards'
        | 'shared_cards'
        | 'changed_cards'
        | 'waiting_cards'
        | 'licences'
        | 'late_changes'
        | 'one_offs';
      /** @description Error code that the run would answer with */
      code: string | null;
      /** @description People (agencies) it is about; for attendance and deductions those with something recorded */
      count: number;
      /**
       * @description left_out: these people would be excluded
       * @enum {string}
       */
      level: 'block' | 'left_out' | 'warn' | 'ok';
      /** @description The first 100 of them; agencies have no number */
      who: {
        name: string;
        no: number | null;
      }[];
    };
    ReasonBody: {
      reason: string;
    };
    ReopenBody: {
      reason: string;
    };
    ReopenDecisionBody: {
      /** @enum {string} */
      decision: 'pass' | 'return';
      opinion?: string;
    };
    ReportRow: {
      also_en: string | null;
      also_zh: string | null;
      /** @description In the order of the columns; null where there is nothing to say */
      figures: (string | null)[];
      key: string;
      mark_en: string | null;
      mark_zh: string | null;
      name_en: string;
      name_zh: string;
      /** @description A part of the row before it */
      part: boolean;
      /** @description Filters of the roster that list the people whom the row counts; null where it has none */
      roster: {
        agency?: string;
        /** Format: date */
        on: string;
        post?: string;
        unit?: string;
      } | null;
      /** @description Code of a unit whose parts have a table of their own */
      within: string | null;
    };
    RetirementBody: {
      /** @enum {string} */
      category: 'male_60' | 'female_55' | 'female_50';
      /** Format: date */
      from: string;
      reason?: string;
    };
    RetractBody: {
      reason: string;
    };
    RetractFactBody: {
      /** @enum {string} */
      kind:
        | 'engagement'
        | 'assignment'
        | 'grade'
        | 'certificate'
        | 'contribution'
        | 'bankCard'
        | 'phone'
        | 'contract'
        | 'protection'
        | 'identityCard'
        | 'retirement'
        | 'education'
        | 'political'
        | 'address'
        | 'contact'
        | 'otherPhone'
        | 'tag'
        | 'customField';
      reason: string;
    };
    ReturnBody: {
      reason: string;
      /** @enum {string} */
      to: 'calculated' | 'submitted';
    };
    ReturnCardBody: {
      hash: string;
      reason: string;
    };
    ReturnEvidence: {
      document: string;
      /** Format: date */
      happenedOn: string;
      /** Format: uuid */
      id: string;
      kind: string;
      name_en: string;
      name_zh: string;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      /**
       * Format: date-time
       * @description UTC
       */
      withdrawnAt: string | null;
      withdrawnReason: string | null;
    };
    ReturnExportBody: {
      hash: string;
      reason: string;
    };
    ReturnGround: {
      code: string;
      law_en: string;
      law_zh: string;
      /** @description What must be shown, in this order of days */
      steps: components['schemas']['EvidenceKind'][][];
    };
    RevealBody: {
      purpose: string;
      /** @enum {string} */
      what:
        'idNumber' | 'phone' | 'bankCard' | 'protection' | 'addresses' | 'contacts' | 'otherPhones' | 'customFields';
    };
    RoleBody: {
      centreId: string;
      /** @enum {string} */
      role:
        | 'hr'
        | 'trainer'
        | 'finance'
        | 'leader'
        | 'head'
        | 'agency_clerk'
        | 'worker'
        | 'auditor'
        | 'system_admin'
        | 'security_admin'
        | 'audit_admin';
    };
    Run: {
      /** Format: uuid */
      approvedBy: string | null;
      /** Format: uuid */
      centreId: string;
      /** Format: uuid */
      checkedBy: string | null;
      /** Format: uuid */
      correctsRunId: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      createdAt: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      engineVersion: string | null;
      excluded: number;
      /** @description Decimal yuan as text */
      fee: string;
      fiscalYear: number;
      /** Format: uuid */
      fundId: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'regular' | 'supplementary' | 'correction' | 'bonus';
      /**
       * Format: date-time
       * @description UTC
       */
      knownAt: string | null;
      /** @description Decimal yuan as text */
      net: string;
      no: number;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** @description SHA-256 of exactly what was calculated */
      parametersHash: string | null;
      /** Format: date */
      payDate: string;
      people: number;
      /** @description Month */
      period: string;
      /** Format: uuid */
      preparedBy: string;
      /** @description Decimal yuan as text */
      receivable: string;
      /** Format: uuid */
      replacesRunId: string | null;
      /** Format: uuid */
      schemeId: string | null;
      seq: number;
      /** @enum {string} */
      status:
        'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
      /** Format: uuid */
      submittedBy: string | null;
      /** @description Decimal yuan as text */
      tax: string;
      /** @description Month */
      taxMonth: string;
    };
    RunAgency: {
      /** Format: uuid */
      agencyId: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      /** @description Decimal yuan as text */
      fee: string;
      funds: {
        /** @description Decimal yuan as text */
        cost: string;
        /** @description What is reserved and paid: the cost, with what earlier runs left over */
        due: string;
        /** Format: uuid */
        fundId: string;
        name: string;
        /** @description Slips that the fund bears a part of */
        people: number;
      }[];
      /** @description Decimal yuan as text */
      gross: string;
      /** @description Decimal yuan as text */
      net: string;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      people: number;
      /** @description Decimal yuan as text */
      receivable: string;
      /** @description Decimal yuan as text */
      tax: string;
    };
    RunDetail: {
      /** Format: uuid */
      approvedBy: string | null;
      /** Format: uuid */
      centreId: string;
      /** Format: uuid */
      checkedBy: string | null;
      /** Format: uuid */
      correctsRunId: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      createdAt: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      engineVersion: string | null;
      excluded: number;
      /** @description Decimal yuan as text */
      fee: string;
      fiscalYear: number;
      /** Format: uuid */
      fundId: string;
      /** @description What each fund bears of the whole run; empty before it is calculated */
      funds: {
        /** @description Decimal yuan as text */
        cost: string;
        /** @description What is reserved and paid: the cost, with what earlier runs left over */
        due: string;
        /** Format: uuid */
        fundId: string;
        name: string;
        /** @description Slips that the fund bears a part of */
        people: number;
      }[];
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'regular' | 'supplementary' | 'correction' | 'bonus';
      /**
       * Format: date-time
       * @description UTC
       */
      knownAt: string | null;
      /** @description Decimal yuan as text */
      net: string;
      no: number;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** @description SHA-256 of exactly what was calculated */
      parametersHash: string | null;
      /** Format: date */
      payDate: string;
      people: number;
      /** @description Month */
      period: string;
      /** Format: uuid */
      preparedBy: string;
      /** @description Decimal yuan as text */
      receivable: string;
      /** Format: uuid */
      replacesRunId: string | null;
      /** Format: uuid */
      schemeId: string | null;
      seq: number;
      /** @enum {string} */
      status:
        'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
      /** Format: uuid */
      submittedBy: string | null;
      /** @description Decimal yuan as text */
      tax: string;
      /** @description Month */
      taxMonth: string;
    };
    RunEvent: {
      /**
       * Format: date-time
       * @description UTC
       */
      at: string;
      /** @enum {string} */
      fromStatus:
        'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
      reason: string | null;
      seq: number;
      /** @enum {string} */
      step:
        | 'create'
        | 'calculate'
        | 'calculated'
        | 'submit'
        | 'check'
        | 'approve'
        | 'settle'
        | 'pay'
        | 'close'
        | 'return'
        | 'cancel';
      /** @enum {string} */
      toStatus:
        'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
      /** Format: uuid */
      userId: string;
    };
    RunJob: {
      done: number;
      error: {
        code: string;
        detail_en: string;
        detail_zh: string;
      } | null;
      /**
       * Format: date-time
       * @description UTC
       */
      finishedAt: string | null;
      /**
       * Format: date-time
       * @description UTC
       */
      startedAt: string | null;
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      stopRequested: boolean;
      /** @description Parts planned; 0 before that */
      total: number;
    };
    RunNote: {
      code: string;
      message: string;
      message_en: string;
      message_zh: string;
      /** @description Month */
      period: string;
      workerNo: number;
    };
    RunProgress: {
      job: components['schemas']['RunJob'] | null;
      /** @enum {string} */
      status:
        'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
    };
    RunReasonBody: {
      reason: string;
    };
    Saved: {
      [key: string]: number;
    };
    SeatCount: {
      people: number;
      /** @description Null: of every post */
      postCode: string | null;
      /** @description Null where none are set */
      seats: number | null;
      /** @description Seats less people where seats are set; negative where there are more people */
      vacant: number | null;
    };
    SeatsBody: {
      seats: {
        /** Format: date */
        from: string;
        postCode: string;
        seats: number;
        unitCode: string;
      }[];
    };
    Settlement: {
      /** Format: uuid */
      agencyId: string;
      /** Format: uuid */
      centreId: string;
      /**
       * Format: date-time
       * @description UTC
       */
      confirmedAt: string | null;
      /** Format: uuid */
      confirmedBy: string | null;
      /** @description Decimal yuan as text */
      fee: string;
      funds: {
        /** @description Decimal yuan as text */
        amount: string;
        /** @description Nothing more is paid out of it */
        ended: boolean;
        /** Format: uuid */
        fundId: string;
        name: string;
        /** @description Decimal yuan as text */
        paid: string;
        /** Format: uuid */
        reservationId: string | null;
      }[];
      /** Format: uuid */
      id: string;
      /** @description Decimal yuan as text */
      paid: string;
      /** @description Decimal yuan as text */
      passThrough: string;
      people: number;
      /** @description Month */
      period: string;
      /**
       * Format: date-time
       * @description UTC
       */
      preparedAt: string;
      /** Format: uuid */
      preparedBy: string;
      /** @description SHA-256 of exactly what was calculated */
      runHash: string;
      /** Format: uuid */
      runId: string;
      runNo: number;
      /** @enum {string} */
      status: 'prepared' | 'confirmed' | 'paid';
      /** @description Decimal yuan as text */
      total: string;
    };
    SettlementDetail: {
      /** Format: uuid */
      agencyId: string;
      /** Format: uuid */
      centreId: string;
      /**
       * Format: date-time
       * @description UTC
       */
      confirmedAt: string | null;
      /** Format: uuid */
      confirmedBy: string | null;
      /** @description Decimal yuan as text */
      fee: string;
      funds: {
        /** @description Decimal yuan as text */
        amount: string;
        /** @description Nothing more is paid out of it */
        ended: boolean;
        /** Format: uuid */
        fundId: string;
        name: string;
        /** @description Decimal yuan as text */
        paid: string;
        /** Format: uuid */
        reservationId: string | null;
      }[];
      /** Format: uuid */
      id: string;
      lines: {
        /** @description Decimal yuan as text */
        amount: string;
        item: string;
        no: number;
        /** @enum {string} */
        side: 'cost' | 'use';
      }[];
      /** @description Decimal yuan as text */
      paid: string;
      /** @description Decimal yuan as text */
      passThrough: string;
      payments: {
        /** @description Decimal yuan as text */
        amount: string;
        attempt: number;
        /** Format: uuid */
        centreId: string;
        documentNo: string;
        /** Format: uuid */
        id: string;
        /** Format: date */
        paidOn: string;
        /**
         * Format: date-time
         * @description UTC
         */
        recordedAt: string;
        /** Format: uuid */
        recordedBy: string;
        /** Format: uuid */
        reservationId: string;
        /** Format: uuid */
        settlementId: string;
        /** Format: uuid */
        transactionId: string;
      }[];
      people: number;
      /** @description Month */
      period: string;
      /**
       * Format: date-time
       * @description UTC
       */
      preparedAt: string;
      /** Format: uuid */
      preparedBy: string;
      /** @description SHA-256 of exactly what was calculated */
      runHash: string;
      /** Format: uuid */
      runId: string;
      runNo: number;
      /** @enum {string} */
      status: 'prepared' | 'confirmed' | 'paid';
      /** @description Decimal yuan as text */
      total: string;
    };
    SheetDecisionBody: {
      /** @enum {string} */
      decision: 'pass' | 'return';
      hash: string;
      opinion?: string;
    };
    SheetFileBody: {
      /** @enum {string} */
      format: 'xlsx' | 'pdf';
      /** @enum {string} */
      language?: 'zh' | 'en';
    };
    ShiftBody: {
      code: string;
      /** @enum {string} */
      colour: 'blue' | 'green' | 'amber' | 'violet' | 'teal' | 'grey';
      ends: string;
      /** Format: date */
      from: string;
      mark: string;
      name: string;
      paid: string;
      rest: number;
      starts: string;
    };
    ShiftEndBody: {
      /** Format: date */
      from: string;
    };
    SignedIn: {
      /** Format: uuid */
      agencyId: string | null;
      /** Format: uuid */
      centreId: string | null;
      displayName: string;
      grants: {
        /** @description Centre id, or `*` for every centre */
        centreId: string;
        permissions: string[];
      }[];
      mustChangePassword: boolean;
      name: string;
      session: {
        /**
         * Format: date-time
         * @description It ends then in any case
         */
        expiresAt: string;
        /** @description And earlier after so many minutes without a request */
        idleMinutes: number;
      } | null;
      /** Format: uuid */
      userId: string;
      workerNo: number | null;
    };
    SignInBody: {
      name: string;
      /** Format: password */
      password: string;
    };
    Slip: {
      /** Format: uuid */
      agencyId: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      /** @description Decimal yuan as text */
      net: string;
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** @description Decimal yuan as text */
      receivable: string;
      /** @description Decimal yuan as text */
      tax: string;
      workerNo: number;
    };
    SlipDelta: {
      /** @description What was given too little (or, negative, too much) for the item in that month */
      amount: string;
      code: string;
      itemNo: number;
      /** @enum {string} */
      kind: 'earning' | 'deduction' | 'employer_cost' | 'information';
      nameEn: string;
      nameZh: string;
      /** @description Month */
      period: string;
    };
    SlipDetail: {
      /** Format: uuid */
      agencyId: string;
      /** @description Decimal yuan as text */
      employeeFund: string;
      /** @description Decimal yuan as text */
      employeeInsurance: string;
      /** @description Decimal yuan as text */
      employerFund: string;
      /** @description Decimal yuan as text */
      employerInsurance: string;
      /** @description Decimal yuan as text */
      fee: string;
      /** @description Which fund bears which part of what the slip costs */
      funds: {
        /** @description Decimal yuan as text */
        amount: string;
        /** Format: uuid */
        fundId: string;
        name: string;
      }[];
      /** @description Decimal yuan as text */
      gross: string;
      /** @description SHA-256 of exactly what was calculated */
      hash: string;
      lines: components['schemas']['SlipLine'][];
      /** @description Decimal yuan as text */
      net: string;
      oneOffs: components['schemas']['SlipOneOff'][];
      /** @description Decimal yuan as text */
      otherDeductions: string;
      /** @description Decimal yuan as text */
      receivable: string;
      retro: components['schemas']['SlipDelta'][];
      /** @description Decimal yuan as text */
      tax: string;
      workerNo: number;
    };
    SlipLine: {
      /** @description Decimal yuan as text */
      amount: string;
      code: string;
      itemNo: number;
      /** @enum {string} */
      kind: 'earning' | 'deduction' | 'employer_cost' | 'information';
      nameEn: string;
      nameZh: string;
    };
    SlipOneOff: {
      /** @description Decimal yuan as text */
      amount: string | null;
      days: number | null;
      /** @enum {string} */
      kind: 'annual_leave' | 'severance' | 'loss' | 'labour';
      /** @description Month */
      period: string;
    };
    StaffChange: {
      /** Format: date */
      date: string;
      documentNo: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'transfer' | 'grade' | 'renewal' | 'return';
      people: number;
      reason: string;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      undone: {
        /**
         * Format: date-time
         * @description UTC
         */
        at: string;
        /** Format: uuid */
        by: string;
        reason: string;
        rows: number;
      } | null;
    };
    StaffChangeBody: {
      /** Format: date */
      date: string;
      documentNo?: string;
      /** @enum {string} */
      kind: 'transfer' | 'grade' | 'renewal' | 'return';
      lines: {
        contractNo?: string;
        /** Format: date */
        endsOn?: string;
        gradeCode?: string;
        gridCode?: string;
        ground?: string;
        months?: number;
        postCode?: string;
        workerNo: number;
      }[];
      reason: string;
    };
    StaffChangeDetail: {
      /** Format: date */
      date: string;
      documentNo: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'transfer' | 'grade' | 'renewal' | 'return';
      lines: {
        after: components['schemas']['StaffState'];
        before: components['schemas']['StaffState'];
        name: string;
        workerNo: number;
      }[];
      people: number;
      reason: string;
      /**
       * Format: date-time
       * @description UTC
       */
      recordedAt: string;
      /** Format: uuid */
      recordedBy: string;
      undone: {
        /**
         * Format: date-time
         * @description UTC
         */
        at: string;
        /** Format: uuid */
        by: string;
        reason: string;
        rows: number;
      } | null;
    };
    StaffChangeEffect: {
      /** @description People whose performance of the month is taken as in the month before, else as 1 */
      assumed: number;
      fiscalYear: number;
      fund: {
        /** @description Decimal yuan as text */
        available: string;
        /** Format: uuid */
        id: string;
        /** @description Available less what the act costs more */
        left: string;
        name: string;
      } | null;
      now: {
        /** @description Gross, employer’s insurance and fund, fee of the agency */
        cost: string;
        /** @description Decimal yuan as text */
        gross: string;
        /** @description Decimal yuan as text */
        net: string;
      };
      people: {
        /** @description Code of why there is no slip of the month with the act */
        leftOut: string | null;
        now: {
          /** @description Gross, employer’s insurance and fund, fee of the agency */
          cost: string;
          /** @description Decimal yuan as text */
          gross: string;
          /** @description Decimal yuan as text */
          net: string;
        };
        then: {
          /** @description Gross, employer’s insurance and fund, fee of the agency */
          cost: string;
          /** @description Decimal yuan as text */
          gross: string;
          /** @description Decimal yuan as text */
          net: string;
        };
        workerNo: number;
        /** @description Decimal yuan as text */
        yearNow: string;
        /** @description Decimal yuan as text */
        yearThen: string;
      }[];
      /** @description Month */
      period: string;
      then: {
        /** @description Gross, employer’s insurance and fund, fee of the agency */
        cost: string;
        /** @description Decimal yuan as text */
        gross: string;
        /** @description Decimal yuan as text */
        net: string;
      };
      /** @description Decimal yuan as text */
      yearNow: string;
      /** @description Decimal yuan as text */
      yearThen: string;
    };
    StaffChangeLine: {
      after: components['schemas']['StaffState'] | null;
      before: components['schemas']['StaffState'];
      name: string;
      problems: {
        code: string;
        /** @enum {string} */
        severity: 'refusal' | 'warning';
        text_en: string;
        text_zh: string;
      }[];
      /** @description Names what was looked at of the person; carrying out asks for it */
      seen: string;
      workerNo: number;
    };
    StaffEffectBody: {
      /** Format: date */
      date: string;
      documentNo?: string;
      /** Format: uuid */
      fundId?: string;
      /** @enum {string} */
      kind: 'transfer' | 'grade' | 'renewal' | 'return';
      lines: {
        contractNo?: string;
        /** Format: date */
        endsOn?: string;
        gradeCode?: string;
        gridCode?: string;
        ground?: string;
        months?: number;
        postCode?: string;
        workerNo: number;
      }[];
      reason: string;
    };
    StaffState: {
      agency: string | null;
      /** Format: date */
      contractFrom: string | null;
      /** Format: date */
      contractTo: string | null;
      gradeCode: string | null;
      gridCode: string | null;
      ground: string | null;
      /** Format: date */
      lastDay: string | null;
      postCode: string | null;
    };
    SubmitSheetBody: {
      reason?: string;
    };
    Tag: {
      code: string;
      inUse: boolean;
      name_en: string;
      name_zh: string;
      order: number;
      /**
       * @description What it is shown in
       * @enum {string}
       */
      tone: 'plain' | 'info' | 'work' | 'good' | 'warn' | 'bad';
    };
    TagBody: {
      code: string;
      /** Format: date */
      from: string;
      inUse: boolean;
      nameEn: string;
      nameZh: string;
      order: number;
      /** @enum {string} */
      tone: 'plain' | 'info' | 'work' | 'good' | 'warn' | 'bad';
    };
    TaggingBody: {
      /** Format: date */
      from: string;
      held: boolean;
      reason?: string;
      workerNos: number[];
    };
    TaxProfilesBody: {
      profiles: {
        /** @enum {string} */
        mode?: 'normal' | 'first_job' | 'prior_year_60000';
        /** @description Decimal yuan as text */
        priorGross?: string;
        /** @enum {string} */
        rehire?: 'touched' | 'continuous' | 'from_rehire';
        sameUnitEveryMonth?: boolean;
        workerNo: number;
      }[];
      year: number;
    };
    Todo: {
      /** Format: uuid */
      approvalId: string;
      /** Format: uuid */
      centreId: string;
      hash: string;
      kind: string;
      /**
       * Format: date-time
       * @description UTC
       */
      openedAt: string;
      round: number;
      /** Format: uuid */
      subjectId: string;
      subjectType: string;
    };
    UndoBody: {
      reason: string;
    };
    UnitAreaBody: {
      area: string;
      /** Format: date */
      from: string;
      unitCode: string;
    };
    UnitDetail: {
      /** @description GeoJSON geometry */
      area: {
        coordinates: number[][][][];
        /** @enum {string} */
        type: 'MultiPolygon';
      } | null;
      code: string;
      history: {
        /** Format: date */
        from: string;
        households: number | null;
        /** @enum {string} */
        kind: 'street' | 'community' | 'grid';
        /**
         * Format: date-time
         * @description UTC
         */
        knownSince: string | null;
        name: string;
        /** Format: uuid */
        parentId: string | null;
        population: number | null;
        quota: number | null;
        /**
         * Format: date
         * @description Exclusive
         */
        to: string;
      }[];
      /** Format: uuid */
      id: string;
      seats: {
        /** Format: date */
        from: string;
        postCode: string;
        seats: number;
        /**
         * Format: date
         * @description Exclusive
         */
        to: string;
      }[];
      /** @description Null when the unit is not there on the date */
      standing: components['schemas']['UnitSeats'] | null;
    };
    UnitSeats: {
      code: string;
      households: number | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'street' | 'community' | 'grid';
      name: string;
      /** Format: uuid */
      parentId: string | null;
      population: number | null;
      posts: components['schemas']['SeatCount'][];
      quota: number | null;
      total: components['schemas']['SeatCount'];
    };
    Variance: {
      after: components['schemas']['PayFigures'];
      baseRuns: number[];
      before: components['schemas']['PayFigures'];
      bridge: {
        /** @enum {string} */
        cause:
          | 'first_month'
          | 'one_off'
          | 'joined'
          | 'left'
          | 'excluded_before'
          | 'excluded_now'
          | 'second_slip'
          | 'engine'
          | 'days_in_post'
          | 'calendar'
          | 'policy'
          | 'scheme'
          | 'grade'
          | 'certificate'
          | 'seniority'
          | 'probation'
          | 'absence'
          | 'overtime'
          | 'heat'
          | 'performance'
          | 'award'
          | 'one_off_item'
          | 'other_input'
          | 'contribution'
          | 'tax_year'
          | 'fee'
          | 'retro'
          | 'receivable';
        /** @description Decimal yuan as text */
        cost: string;
        /** @description Decimal yuan as text */
        gross: string;
        name_en: string;
        name_zh: string;
        /** @description Decimal yuan as text */
        net: string;
        people: number;
      }[];
      flagged: {
        below_minimum: number;
        excluded: number;
        joined: number;
        large: number;
        left: number;
        moved: number;
        negative: number;
        unexplained: number;
      };
      /** @description Cursor of the next page; null at the end */
      next: string | null;
      people: number;
      /** @description Month */
      period: string;
      rest: components['schemas']['PayFigures'];
      rows: components['schemas']['VarianceRow'][];
      /** Format: uuid */
      runId: string;
    };
    VarianceRow: {
      after: components['schemas']['PayFigures'] | null;
      before: components['schemas']['PayFigures'] | null;
      causes: components['schemas']['CauseEffect'][];
      difference: components['schemas']['PayFigures'];
      excludedBefore: string | null;
      excludedNow: string | null;
      flags: ('joined' | 'left' | 'moved' | 'large' | 'negative' | 'below_minimum' | 'excluded' | 'unexplained')[];
      rest: components['schemas']['PayFigures'];
      workerNo: number;
    };
    WhatIf: {
      changes: {
        bases: number;
        grades: {
          /** @description Decimal yuan as text */
          base: string;
          code: string;
          /** Format: date */
          from: string;
          /** @description Decimal yuan as text */
          performance: string;
          /** @description Decimal yuan as text */
          post: string;
        }[];
        hires: number;
        leaving: {
          /** Format: date */
          lastDay: string;
          workerNo: number;
        }[];
        scheme: {
          /** @description Month */
          from: string;
          nameEn: string;
          nameZh: string;
        } | null;
        /** @description Holds statutory values, which come as a policy pack and are not adopted */
        statutory: boolean;
      };
      /** @description Names what would be recorded; adopting asks for it */
      changesHash: string;
      difference: components['schemas']['CostFigures'];
      fiscalYear: number;
      /** @description Month */
      from: string;
      fund: {
        balances: components['schemas']['Balances'];
        /** Format: uuid */
        id: string;
        /** @description Available when every month is paid, as things are */
        leftNow: string;
        /** @description The same in the scenario; negative: so much is missing */
        leftThen: string;
        name: string;
        timeProgressPct: string;
      };
      /** @description Every fund that bears a part of the months, the asked one first */
      funds: {
        /** @description Decimal yuan as text */
        available: string;
        /** Format: uuid */
        fundId: string;
        /** @description Decimal yuan as text */
        leftNow: string;
        /** @description Decimal yuan as text */
        leftThen: string;
        name: string;
        /** @description Decimal yuan as text */
        now: string;
        /** @description Decimal yuan as text */
        then: string;
      }[];
      leftOut: {
        code: string;
        /** @description Month */
        period: string;
        workerNo: number;
      }[];
      months: {
        difference: components['schemas']['CostFigures'];
        now: {
          /** @description Decimal yuan as text */
          employer: string;
          /** @description Decimal yuan as text */
          fee: string;
          /** @description Decimal yuan as text */
          gross: string;
          people: number;
          /** @description Decimal yuan as text */
          total: string;
        };
        /** Format: date */
        payDate: string;
        /** @description Month */
        period: string;
        then: {
          /** @description Decimal yuan as text */
          employer: string;
          /** @description Decimal yuan as text */
          fee: string;
          /** @description Decimal yuan as text */
          gross: string;
          people: number;
          /** @description Decimal yuan as text */
          total: string;
        };
      }[];
      now: components['schemas']['CostFigures'];
      then: components['schemas']['CostFigures'];
    };
    WhatIfBody: {
      base?: {
        /** @description Decimal yuan as text */
        amount: string;
        /** @description Month */
        from: string;
      };
      bounds?: {
        /** @description Month */
        from: string;
        /** @description Decimal yuan as text */
        fundCeiling?: string;
        /** @description Decimal yuan as text */
        fundFloor?: string;
        /** @description Decimal yuan as text */
        insuranceCeiling?: string;
        /** @description Decimal yuan as text */
        insuranceFloor?: string;
        /** @description Decimal yuan as text */
        minimumWage?: string;
      };
      /** @description Month */
      from?: string;
      /** Format: uuid */
      fundId: string;
      hires?: {
        agency: string;
        count: number;
        gradeCode: string;
        gridCode: string;
        /**
         * @description Decimal yuan as text
         * @default 0
         */
        insuranceBase: string;
        /** @default true */
        insured: boolean;
        /** Format: date */
        joinedOn: string;
      };
      item?: {
        /** @description Decimal yuan as text */
        amount: string;
        code: string;
        /** @description Month */
        from: string;
        nameEn: string;
        nameZh: string;
      };
      leavers?: {
        count: number;
        /** Format: date */
        lastDay: string;
      };
      leaving?: {
        /** @description Month */
        from: string;
        percent: string;
      };
      raise?: {
        /** @description Month */
        from: string;
        grades?: string;
        percent: string;
      };
    };
    WithdrawBody: {
      reason: string;
    };
    WithdrawCardBody: {
      reason: string;
    };
    WithdrawDocumentBody: {
      reason: string;
    };
    WorkerDetail: {
      /** Format: date */
      birthDate: string;
      /** Format: uuid */
      id: string;
      idKind: string;
      idNumberMasked: string;
      name: string;
      no: number;
      /** @enum {string} */
      sex: 'male' | 'female';
      timeline: components['schemas']['Fact'][];
    };
    WorkerKey: {
      /** Format: uuid */
      id: string;
      no: number;
    };
    WorkerReturnBody: {
      /** @enum {string} */
      ground:
        | 'art39_1'
        | 'art39_2'
        | 'art39_3'
        | 'art39_4'
        | 'art39_5'
        | 'art39_6'
        | 'art40_1'
        | 'art40_2'
        | 'rule12_1'
        | 'rule12_2'
        | 'rule12_3';
      /** Format: date */
      lastDay: string;
      reason: string;
    };
    WorkerSummary: {
      agencyCode: string | null;
      gradeCode: string | null;
      gridCode: string | null;
      /** Format: uuid */
      id: string;
      idNumberMasked: string;
      /** Format: date */
      joinedOn: string | null;
      name: string;
      no: number;
      phoneMasked: string | null;
      postCode: string | null;
      status: ('probation' | 'in_post' | 'suspended') | null;
      /** @description Codes */
      tags: string[];
    };
    WorkerVariance: {
      after: components['schemas']['PayFigures'] | null;
      before: components['schemas']['PayFigures'] | null;
      causes: components['schemas']['CauseEffect'][];
      difference: components['schemas']['PayFigures'];
      excludedBefore: string | null;
      excludedNow: string | null;
      facts: {
        after: string | null;
        before: string | null;
        /** @enum {string} */
        cause:
          | 'first_month'
          | 'one_off'
          | 'joined'
          | 'left'
          | 'excluded_before'
          | 'excluded_now'
          | 'second_slip'
          | 'engine'
          | 'days_in_post'
          | 'calendar'
          | 'policy'
          | 'scheme'
          | 'grade'
          | 'certificate'
          | 'seniority'
          | 'probation'
          | 'absence'
          | 'overtime'
          | 'heat'
          | 'performance'
          | 'award'
          | 'one_off_item'
          | 'other_input'
          | 'contribution'
          | 'tax_year'
          | 'fee'
          | 'retro'
          | 'receivable';
        fact: string;
        fact_en: string;
        fact_zh: string;
        name_en: string;
        name_zh: string;
        /** @enum {string} */
        unit: 'money' | 'days' | 'hours' | 'number';
      }[];
      flags: ('joined' | 'left' | 'moved' | 'large' | 'negative' | 'below_minimum' | 'excluded' | 'unexplained')[];
      items: {
        /** @description Decimal yuan as text */
        after: string;
        /** @description Decimal yuan as text */
        before: string;
        causes: {
          /** @description Decimal yuan as text */
          amount: string;
          /** @enum {string} */
          cause:
            | 'first_month'
            | 'one_off'
            | 'joined'
            | 'left'
            | 'excluded_before'
            | 'excluded_now'
            | 'second_slip'
            | 'engine'
            | 'days_in_post'
            | 'calendar'
            | 'policy'
            | 'scheme'
            | 'grade'
            | 'certificate'
            | 'seniority'
            | 'probation'
            | 'absence'
            | 'overtime'
            | 'heat'
            | 'performance'
            | 'award'
            | 'one_off_item'
            | 'other_input'
            | 'contribution'
            | 'tax_year'
            | 'fee'
            | 'retro'
            | 'receivable';
          name_en: string;
          name_zh: string;
        }[];
        code: string;
        /** @description Decimal yuan as text */
        difference: string;
        itemNo: number;
        nameEn: string;
        nameZh: string;
      }[];
      rest: components['schemas']['PayFigures'];
      workerNo: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  approvals_delegate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DelegationBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approvals_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delegationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approvals_todos: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'openedAt' | '-openedAt' | 'kind' | '-kind';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            todos: components['schemas']['Todo'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  audit_page: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        scope: string;
        sort?: 'seq' | '-seq';
        subjectId?: string;
        subjectType?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            entries: components['schemas']['AuditEntry'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calculators_run: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalculatorsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              [key: string]: unknown;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calendar_days: {
    parameters: {
      query: {
        year: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            days: {
              /** Format: date */
              date: string;
              kind: string;
              name: string | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calendar_years: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            years: {
              sha256: string;
              source: string;
              year: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calendar_load: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoadYearBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            outcome: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'code' | '-code' | 'name' | '-name';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            centres: components['schemas']['Centre'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCentreBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Centre'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencies_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        on?: string;
        sort?: 'code' | '-code' | 'name' | '-name';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            agencies: components['schemas']['ListedAgency'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencies_create: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgencyBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agency'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencies_get: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgencyDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencies_setDetails: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgencyDetailsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencyDocuments_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            documents: components['schemas']['Document'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencyDocuments_add: {
    parameters: {
      query: {
        aboutId?: string;
        expiresOn?: string;
        kind: string;
      };
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencyDocuments_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenDocumentBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencyDocuments_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawDocumentBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agencies_setFee: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgencyFeeBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  attendance_month: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        period: string;
        sort?: 'workerNo' | '-workerNo' | 'recordedAt' | '-recordedAt';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            absences: {
              days: string;
              /** Format: date */
              from: string;
              /** Format: uuid */
              id: string;
              kind: string;
              leaveKind: string | null;
              /**
               * Format: date-time
               * @description UTC
               */
              recordedAt: string;
              /** Format: uuid */
              recordedBy: string;
              /** Format: date */
              to: string;
              workerNo: number;
            }[];
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            heatWork: {
              days: string;
              /** Format: uuid */
              id: string;
              /** @description Month */
              period: string;
              /**
               * Format: date-time
               * @description UTC
               */
              recordedAt: string;
              /** Format: uuid */
              recordedBy: string;
              workerNo: number;
            }[];
            overtime: {
              holiday: string;
              /** Format: uuid */
              id: string;
              /** @description Month */
              period: string;
              /**
               * Format: date-time
               * @description UTC
               */
              recordedAt: string;
              /** Format: uuid */
              recordedBy: string;
              restday: string;
              restdayOff: string;
              weekday: string;
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  attendance_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AttendanceBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthClose_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            close: {
              /**
               * Format: date-time
               * @description UTC
               */
              closedAt: string | null;
              /** Format: uuid */
              closedBy: string | null;
              exceptions: {
                openTeams: number;
                teams: string[];
                unmarkedDays: number;
                unmarkedPeople: number;
              } | null;
              /** Format: uuid */
              id: string | null;
              reason: string | null;
              /** @enum {string} */
              status: 'open' | 'closed' | 'reopening';
            };
            openTeams: number;
            teams: {
              changed: boolean;
              code: string;
              name: string;
              people: number;
              /** @enum {string} */
              status: 'open' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
              /** Format: uuid */
              unitId: string;
              unmarkedDays: number;
              unmarkedPeople: number;
            }[];
            trail: {
              /**
               * Format: date-time
               * @description UTC
               */
              decidedAt: string | null;
              /** Format: uuid */
              decidedBy: string | null;
              decision: ('pass' | 'return') | null;
              kind: string;
              opinion: string | null;
              round: number;
              /** @enum {string} */
              roundStatus: 'open' | 'passed' | 'returned' | 'withdrawn';
            }[];
            unmarkedDays: number;
            unmarkedPeople: number;
            without: number[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthClose_close: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CloseBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * Format: date-time
             * @description UTC
             */
            closedAt: string | null;
            /** Format: uuid */
            closedBy: string | null;
            exceptions: {
              openTeams: number;
              teams: string[];
              unmarkedDays: number;
              unmarkedPeople: number;
            } | null;
            /** Format: uuid */
            id: string | null;
            reason: string | null;
            /** @enum {string} */
            status: 'open' | 'closed' | 'reopening';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthClose_reopen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthClose_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenDecisionBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthClose_matter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        matterId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            kind: 'sheet' | 'close';
            /** @description Month */
            period: string;
            /** Format: uuid */
            unitId: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_teams: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        period: string;
        sort?: 'code' | '-code';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            teams: {
              code: string;
              findings: number;
              heads: string[];
              /** @enum {string} */
              kind: 'street' | 'community' | 'grid';
              name: string;
              people: number;
              state: {
                changed: boolean;
                /** @description SHA-256 of exactly what was calculated */
                hash: string;
                /** Format: uuid */
                id: string | null;
                /** @enum {string} */
                status: 'open' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
                /**
                 * Format: date-time
                 * @description UTC
                 */
                submittedAt: string | null;
                /** Format: uuid */
                submittedBy: string | null;
              };
              /** Format: uuid */
              unitId: string;
              unmarkedDays: number;
              unmarkedPeople: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_heads: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HeadsBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  attendance_retractAbsence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        factId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetractBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  attendance_retractHeatWork: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetractBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  attendance_retractOvertime: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetractBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_load: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoadBudgetBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoadedBudget'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_budget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Budget'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cardChanges_open: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'proposedAt' | '-proposedAt' | 'workerNo' | '-workerNo';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            changes: components['schemas']['CardChange'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cardChanges_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveCardBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cardChanges_sendBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnCardBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cardChanges_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawCardBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_certificates: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            standards: components['schemas']['CertificateStandard'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_saveCertificates: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CertificateStandardsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  coverage_report: {
    parameters: {
      query: {
        from: string;
        unit?: string;
        until: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Coverage'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  coverage_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CoverageQuery'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  customFields_list: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fields: components['schemas']['CustomField'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  customFields_define: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CustomFieldBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agencyId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreementBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agreements: components['schemas']['DispatchAgreement'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_takeBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agreementId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_counts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterCounts'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatterDecisionBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        evidenceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_expiries: {
    parameters: {
      query?: {
        after?: string;
        closed?: boolean;
        kind?:
          'contract' | 'probation' | 'certificate' | 'document' | 'id_card' | 'retirement' | 'licence' | 'agreement';
        limit?: number;
        on?: string;
        sort?: 'date' | '-date' | 'kind' | '-kind';
        workerNo?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            expiries: components['schemas']['DispatchExpiry'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_exportExpiries: {
    parameters: {
      query?: {
        after?: string;
        closed?: boolean;
        kind?:
          'contract' | 'probation' | 'certificate' | 'document' | 'id_card' | 'retirement' | 'licence' | 'agreement';
        limit?: number;
        on?: string;
        sort?: 'date' | '-date' | 'kind' | '-kind';
        workerNo?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ListExportBody'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportTask'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_findings: {
    parameters: {
      query?: {
        after?: string;
        closed?: boolean;
        limit?: number;
        on?: string;
        severity?: 'block' | 'warning';
        sort?: 'severity' | '-severity' | 'code' | '-code';
        workerNo?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            findings: components['schemas']['DispatchFinding'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_exportFindings: {
    parameters: {
      query?: {
        after?: string;
        closed?: boolean;
        limit?: number;
        on?: string;
        severity?: 'block' | 'warning';
        sort?: 'severity' | '-severity' | 'code' | '-code';
        workerNo?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ListExportBody'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportTask'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_ownStaff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ownStaff: {
              /** Format: date */
              from: string;
              people: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatch_setOwnStaff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnStaffBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_grounds: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            grounds: components['schemas']['ReturnGround'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_evidence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            evidence: components['schemas']['ReturnEvidence'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvidenceBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_addPaper: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        evidenceId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returns_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WorkerReturnBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  documentKinds_list: {
    parameters: {
      query?: {
        ever?: boolean;
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            kinds: components['schemas']['DocumentKind'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  documentKinds_set: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DocumentKindBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  evaluation_month: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        period: string;
        sort?: 'workerNo' | '-workerNo' | 'recordedAt' | '-recordedAt';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            results: {
              /** @description Decimal yuan as text */
              award: string;
              coefficient: string;
              /** Format: uuid */
              id: string;
              /** @description Month */
              period: string;
              /**
               * Format: date-time
               * @description UTC
               */
              recordedAt: string;
              /** Format: uuid */
              recordedBy: string;
              score: string | null;
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  evaluation_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PerformancesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  evaluation_retract: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetractBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'requestedAt' | '-requestedAt' | 'kind' | '-kind';
        waiting?: boolean;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            tasks: components['schemas']['ExportTask'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportTask'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveExportBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_sendBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnExportBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTasks_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_list: {
    parameters: {
      query?: {
        on?: string;
        year?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            funds: components['schemas']['Fund'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_grades: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            grades: components['schemas']['Grade'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_saveGrades: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GradesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_hours: {
    parameters: {
      query: {
        from: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            systems: {
              cycle: ('month' | 'quarter' | 'year') | null;
              document: string | null;
              /** Format: date */
              from: string;
              /** @enum {string} */
              system: 'standard' | 'comprehensive' | 'flexible';
              /** Format: uuid */
              unitId: string | null;
              /** Format: date */
              until: string | null;
              workerNo: number | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_recordHours: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoursBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_undoPreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batchId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportUndo'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batchId: string;
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportUndo'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_template: {
    parameters: {
      query?: {
        language?: 'zh' | 'en';
      };
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_history: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'recordedAt' | '-recordedAt' | 'period' | '-period' | 'fileName' | '-fileName';
      };
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            imports: components['schemas']['ImportBatch'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_run: {
    parameters: {
      query?: {
        dryRun?: boolean;
        goodRows?: boolean;
        period?: string;
      };
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportResult'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importLayouts_look: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportColumns'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  imports_withErrors: {
    parameters: {
      query?: {
        language?: 'zh' | 'en';
        period?: string;
      };
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importLayouts_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            layouts: {
              read: number;
              /**
               * Format: date-time
               * @description UTC
               */
              savedAt: string;
              /** Format: uuid */
              savedBy: string;
              sheet: string;
              signature: string;
              source: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importLayouts_remember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LayoutBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importLayouts_forget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        kind: string;
        signature: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  lateChanges_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'recordedAt' | '-recordedAt' | 'workerNo' | '-workerNo' | 'kind' | '-kind';
        undecided?: boolean;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            changes: components['schemas']['LateChange'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  lateChanges_count: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            undecided: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  lateChanges_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LateDecisionBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leave_year: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo';
        year: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            workers: {
              name: string;
              prior: {
                /** Format: date */
                continuousFrom: string | null;
                evidence: string;
                months: number;
              } | null;
              standings: {
                accrued: string;
                annual: {
                  accrued: number;
                  /** Format: date */
                  eligibleFrom: string | null;
                  excluded: ('paid_personal' | 'sick') | null;
                  tiers: {
                    days: number;
                    /** Format: date */
                    from: string;
                    perYear: number;
                    /** Format: date */
                    to: string;
                  }[];
                } | null;
                code: string;
                lapsed: string;
                left: string;
                opening: string | null;
                /** @enum {string} */
                per: 'year' | 'case' | 'child_year' | 'service' | 'earned' | 'workday';
                taken: string;
              }[];
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leave_takeOver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeaveBalancesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leave_kinds: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            kinds: {
              code: string;
              en: string;
              leave: string | null;
              limits: {
                /** @enum {string} */
                confidence: 'confirmed' | 'unconfirmed';
                days: number | null;
                extra: {
                  days: number;
                  what: string;
                }[];
                /** Format: date */
                from: string;
                hours: number | null;
                months: number | null;
                /** @enum {string} */
                per: 'year' | 'case' | 'child_year' | 'service' | 'earned' | 'workday';
                source: string;
                steps: {
                  days: number;
                  years: number;
                }[];
              }[];
              mark: string;
              /** @enum {string} */
              over: 'finding' | 'refuse';
              /** @enum {string} */
              pay: 'unpaid' | 'sick' | 'absent_without_leave' | 'paid' | 'maternity';
              zh: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            closed: boolean;
            code: string;
            days: ('workday' | 'restday' | 'statutory')[];
            heads: string[];
            marks: {
              code: string;
              en: string;
              mark: string;
              zh: string;
            }[];
            name: string;
            /** @description Month */
            period: string;
            rows: {
              absent: string;
              cells: string[];
              findings: {
                /** @enum {string} */
                code: 'over_day' | 'over_day_most' | 'over_month' | 'restday_not_offset' | 'hours_without_days';
                day: number | null;
                hours: string;
              }[];
              heat: string;
              name: string;
              out: number[];
              overtime: string;
              present: number;
              unmarked: number[];
              workerNo: number;
            }[];
            state: {
              changed: boolean;
              /** @description SHA-256 of exactly what was calculated */
              hash: string;
              /** Format: uuid */
              id: string | null;
              /** @enum {string} */
              status: 'open' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
              /**
               * Format: date-time
               * @description UTC
               */
              submittedAt: string | null;
              /** Format: uuid */
              submittedBy: string | null;
            };
            /** Format: uuid */
            unitId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_save: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CellsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            problems: {
              code: string;
              day: number;
              detail_en: string;
              detail_zh: string;
              workerNo: number;
            }[];
            saved: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SheetDecisionBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SheetFileBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_submit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['SubmitSheetBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_trail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            steps: {
              /**
               * Format: date-time
               * @description UTC
               */
              decidedAt: string | null;
              /** Format: uuid */
              decidedBy: string | null;
              decision: ('pass' | 'return') | null;
              kind: string;
              opinion: string | null;
              round: number;
              /** @enum {string} */
              roundStatus: 'open' | 'passed' | 'returned' | 'withdrawn';
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  monthSheets_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_office: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'displayName' | '-displayName';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            people: components['schemas']['OfficePerson'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  oneOffs_month: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        period: string;
        sort?: 'workerNo' | '-workerNo';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            entries: {
              /** @description Decimal yuan as text */
              amount: string | null;
              /** @description Decimal yuan as text */
              averageWage: string | null;
              days: number | null;
              evidence: string | null;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'annual_leave' | 'severance' | 'loss' | 'labour';
              /** @description Decimal yuan as text */
              localAverage: string | null;
              months: string | null;
              /** @description Decimal yuan as text */
              paidAmount: string | null;
              paidDays: number | null;
              /** @description Month */
              period: string;
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  oneOffs_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OneOffsBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_units: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        on?: string;
        sort?: 'code' | '-code' | 'name' | '-name';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            units: components['schemas']['OrgUnit'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_saveUnits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrgUnitsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  units_detail: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  units_close: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseUnitBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            moved: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  units_setArea: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UnitAreaBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  units_tree: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            units: components['schemas']['UnitSeats'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  units_setSeats: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SeatsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  payRules_preview: {
    parameters: {
      query: {
        payDate?: string;
        period: string;
        workerNo?: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayPreview'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  whatIf_preview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangedPreviewBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayPreview'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  payRules_readiness: {
    parameters: {
      query: {
        kind?: 'regular' | 'supplementary';
        payDate?: string;
        period: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  payRules_scheme: {
    parameters: {
      query: {
        period: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayScheme'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  payRules_adopt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptSchemeBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  periods_get: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that is known: 304 when it still holds */
        'If-None-Match'?: string;
      };
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Period'];
        };
      };
      /** @description Unchanged */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  periods_cutOff: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CutOffBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Period'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  periods_lock: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Period'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  periods_unlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        centreId: string;
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Period'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leave_recordPrior: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PriorServicesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            recorded: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  equalPay_report: {
    parameters: {
      query?: {
        by?: 'agency' | 'fund' | 'kind';
        item?: string;
        period?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EqualPayReport'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  equalPay_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['EqualPayQueryDto'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  peopleReports_report: {
    parameters: {
      query: {
        agency?: string;
        by?: 'unit' | 'post' | 'agency' | 'age' | 'education' | 'sex' | 'political';
        from?: string;
        on?: string;
        post?: string;
        report: 'head_count' | 'turnover_months' | 'turnover_agencies' | 'leaving_reasons' | 'seats' | 'contract_ends';
        unit?: string;
        until?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleReport'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  peopleReports_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PeopleReportQueryDto'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            closed: boolean;
            code: string;
            coverage: {
              code: string;
              name: string;
              planned: number[];
            }[];
            days: ('workday' | 'restday' | 'statutory')[];
            name: string;
            offMark: string;
            patterns: {
              codes: string[];
              name: string;
            }[];
            /** @description Month */
            period: string;
            rows: {
              cells: string[];
              findings: {
                /** @enum {string} */
                code:
                  | 'no_rest_day'
                  | 'day_over'
                  | 'day_over_most'
                  | 'week_over'
                  | 'month_over'
                  | 'cycle_over'
                  | 'cycle_over_most'
                  | 'holiday_planned';
                day: number | null;
                hours: string;
              }[];
              hours: string;
              missing: number[];
              name: string;
              out: number[];
              recorded: number;
              shifts: number;
              system: {
                cycle: ('month' | 'quarter' | 'year') | null;
                document: string | null;
                /** @enum {string} */
                system: 'standard' | 'comprehensive' | 'flexible';
              };
              unplanned: number[];
              workerNo: number;
            }[];
            shifts: {
              code: string;
              /** @enum {string} */
              colour: 'blue' | 'green' | 'amber' | 'violet' | 'teal' | 'grey';
              ends: string;
              mark: string;
              name: string;
              nextDay: boolean;
              paid: string;
              rest: number;
              starts: string;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_save: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanCellsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            problems: {
              code: string;
              day: number;
              detail_en: string;
              detail_zh: string;
              workerNo: number;
            }[];
            saved: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_fill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        period: string;
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FillBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cells: {
              day: number;
              text: string;
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  centres_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CentreSettingsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Centre'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlements_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        period?: string;
        sort?: 'period' | '-period' | 'runNo' | '-runNo' | 'total' | '-total' | 'status' | '-status';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            settlements: components['schemas']['Settlement'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_keepPattern: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PatternBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_shifts: {
    parameters: {
      query: {
        on: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            patterns: {
              codes: string[];
              name: string;
            }[];
            shifts: {
              code: string;
              /** @enum {string} */
              colour: 'blue' | 'green' | 'amber' | 'violet' | 'teal' | 'grey';
              ends: string;
              mark: string;
              name: string;
              nextDay: boolean;
              paid: string;
              rest: number;
              starts: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_recordShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShiftBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  schedules_endShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShiftEndBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'recordedAt' | '-recordedAt' | 'date' | '-date';
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            changes: components['schemas']['StaffChange'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_carryOut: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CarryOutBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            people: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffChangeDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_undoPreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportUndo'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        changeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportUndo'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_effect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StaffEffectBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffChangeEffect'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_fromFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: components['schemas']['ChosenPerson'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_choose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ChoosePeopleBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: components['schemas']['ChosenPerson'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  staffChanges_preview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StaffChangeBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            lines: components['schemas']['StaffChangeLine'][];
            /** @description People without a refusal */
            ready: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tags_list: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags: components['schemas']['Tag'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tags_define: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TagBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tags_mark: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TaggingBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description People for whom it says something new */
            changed: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  taxProfiles_ofYear: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo';
        year: number;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            profiles: {
              /** Format: uuid */
              agencyId: string;
              /** @enum {string} */
              mode: 'normal' | 'first_job' | 'prior_year_60000';
              /** @description Decimal yuan as text */
              priorGross: string | null;
              /** @enum {string} */
              rehire: 'touched' | 'continuous' | 'from_rehire';
              sameUnitEveryMonth: boolean;
              workerNo: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  taxProfiles_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TaxProfilesBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  audit_verifyCentre: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  whatIf_calculate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WhatIfBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhatIf'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  whatIf_adopt: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptScenarioBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdoptedScenario'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_page: {
    parameters: {
      query?: {
        after?: string;
        agency?: string;
        counted?: boolean;
        engagedOnly?: boolean;
        limit?: number;
        on?: string;
        post?: string;
        search?: string;
        sort?:
          | 'workerNo'
          | '-workerNo'
          | 'name'
          | '-name'
          | 'joinedOn'
          | '-joinedOn'
          | 'grid'
          | '-grid'
          | 'agency'
          | '-agency';
        status?: 'probation' | 'in_post' | 'suspended';
        tag?: string;
        unit?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            /** @description Of the whole list; null unless `counted` */
            total: number | null;
            workers: components['schemas']['WorkerSummary'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_hire: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HireBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkerKey'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_detail: {
    parameters: {
      query?: {
        knownAt?: number;
      };
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkerDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerPersonal_address: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_assign: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_bankCard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BankCardBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
            /**
             * Format: uuid
             * @description What waits for approval; null where nothing does
             */
            changeId: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cardChanges_ofWorker: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'proposedAt' | '-proposedAt' | 'workerNo' | '-workerNo';
      };
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            changes: components['schemas']['CardChange'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_certificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CertificateBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerPersonal_contact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerTerms_contract: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContractBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_contributions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeContributionsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  customFields_set: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FieldValueBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerDocuments_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            documents: components['schemas']['Document'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerDocuments_add: {
    parameters: {
      query: {
        aboutId?: string;
        expiresOn?: string;
        kind: string;
      };
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerDocuments_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        documentId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenDocumentBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerDocuments_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        documentId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawDocumentBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerPersonal_education: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EducationBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_status: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeStatusBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_correct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        factId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectFactBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_retract: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        factId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetractFactBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonFileBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  fundSplits_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            splits: components['schemas']['FundSplit'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  fundSplits_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FundSplitBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_grade: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeGradeBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerTerms_identityCard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityCardBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_move: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_name: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectNameBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerPersonal_otherPhone: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OtherPhoneBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerChanges_phone: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PhoneBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerDocuments_photo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerPersonal_political: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PoliticalBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerTerms_protect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProtectionBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workerTerms_retirement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetirementBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changed'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_reveal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        centreId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            value: string;
            what: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  workers_export: {
    parameters: {
      query?: {
        after?: string;
        agency?: string;
        counted?: boolean;
        engagedOnly?: boolean;
        limit?: number;
        on?: string;
        post?: string;
        search?: string;
        sort?:
          | 'workerNo'
          | '-workerNo'
          | 'name'
          | '-name'
          | 'joinedOn'
          | '-joinedOn'
          | 'grid'
          | '-grid'
          | 'agency'
          | '-agency';
        status?: 'probation' | 'in_post' | 'suspended';
        tag?: string;
        unit?: string;
      };
      header?: never;
      path: {
        centreId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ListExportBody'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportTask'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_appropriations: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?:
          | 'effectiveOn'
          | '-effectiveOn'
          | 'recordedAt'
          | '-recordedAt'
          | 'amount'
          | '-amount'
          | 'documentNo'
          | '-documentNo';
      };
      header?: never;
      path: {
        fundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            appropriations: components['schemas']['Appropriation'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_appropriate: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path: {
        fundId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppropriationBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_movements: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'no' | '-no' | 'businessDate' | '-businessDate' | 'availableAfter' | '-availableAfter';
      };
      header?: never;
      path: {
        fundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            entries: components['schemas']['LedgerEntry'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  funds_adjust: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdjustmentBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            transferId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ownPayslips_list: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'runNo' | '-runNo' | 'period' | '-period' | 'payDate' | '-payDate' | 'net' | '-net';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            payslips: components['schemas']['OwnPayslip'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ownPayslips_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnPayslipDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ownPayslips_pdf: {
    parameters: {
      query?: {
        language?: 'zh' | 'en';
      };
      header?: never;
      path: {
        runNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  policy_inForce: {
    parameters: {
      query: {
        period: string;
        region: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parameters: components['schemas']['ParameterInForce'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            packs: components['schemas']['PolicyPack'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_propose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposePackBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPack'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPackText'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_activate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActivatePackBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPack'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_sendBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackReasonBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPack'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackReasonBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPack'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_check: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackTextBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackCheck'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_ask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackTextBody'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_effect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        effectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackEffectProgress'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  packs_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        effectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  policy_parameters: {
    parameters: {
      query: {
        period: string;
        region: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  policy_regions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            regions: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  policy_values: {
    parameters: {
      query?: {
        region?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            values: components['schemas']['PolicyValue'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_list: {
    parameters: {
      query?: {
        after?: string;
        centreId?: string;
        limit?: number;
        period?: string;
        sort?: 'no' | '-no' | 'period' | '-period' | 'payDate' | '-payDate';
        status?:
          'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            runs: components['schemas']['Run'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRunBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_get: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that is known: 304 when it still holds */
        'If-None-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunDetail'];
        };
      };
      /** @description Unchanged */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_agencies: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agencies: components['schemas']['RunAgency'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_trail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            steps: components['schemas']['ApprovalStep'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_approve: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_choices: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo';
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            choices: components['schemas']['BonusChoice'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_choose: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BonusMethodsBody'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runJob_calculate: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      202: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runJob_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_cancel: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunReasonBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_check: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CheckBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runJob_events: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_exclusions: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo' | 'code' | '-code';
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            exclusions: components['schemas']['Exclusion'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_acknowledge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunReasonBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exports_make: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: string;
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ExportBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_history: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: components['schemas']['RunEvent'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_notes: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo' | 'period' | '-period' | 'code' | '-code';
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            notes: components['schemas']['RunNote'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  parallel_compare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParallelAnswer'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  parallel_remember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ParallelColumnsBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  parallel_sketch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParallelSketch'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  parallel_marked: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runJob_progress: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunProgress'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_return: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlements_prepare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            settlements: components['schemas']['Settlement'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_slips: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        sort?: 'workerNo' | '-workerNo' | 'name' | '-name' | 'gross' | '-gross' | 'net' | '-net' | 'tax' | '-tax';
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            slips: components['schemas']['Slip'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_slip: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  slips_explain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            feeTier: {
              /** @description Decimal yuan as text */
              amount: string | null;
              from: number;
              /** @description Of the agency in the month */
              heads: number;
              /** @enum {string} */
              mode: 'whole' | 'slices';
              /** @description Of the worker in the count; with slices */
              place: number | null;
              rate: string | null;
              to: number | null;
            } | null;
            lines: components['schemas']['ExplainedLine'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runs_submit: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that was seen: 412 when it is another by now */
        'If-Match'?: string;
      };
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  variance_ofRun: {
    parameters: {
      query?: {
        after?: string;
        flag?: 'joined' | 'left' | 'moved' | 'large' | 'negative' | 'below_minimum' | 'excluded' | 'unexplained';
        limit?: number;
        sort?: 'size' | '-size' | 'difference' | '-difference' | 'workerNo' | '-workerNo';
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Variance'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  variance_ofWorker: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
        workerNo: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkerVariance'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  session_signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mustChangePassword: boolean;
            /** Format: uuid */
            userId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  session_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  session_changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  session_signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlements_get: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag that is known: 304 when it still holds */
        'If-None-Match'?: string;
      };
      path: {
        settlementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description Version of what is answered */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementDetail'];
        };
      };
      /** @description Unchanged */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlements_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        settlementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlements_pay: {
    parameters: {
      query?: never;
      header: {
        /** @description One per intended effect */
        'Idempotency-Key': string;
      };
      path: {
        settlementId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Payment'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tokens_issue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueTokenBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * Format: date-time
             * @description UTC
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            token: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tokens_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_list: {
    parameters: {
      query?: {
        after?: string;
        centreId?: string;
        limit?: number;
        sort?: 'name' | '-name' | 'displayName' | '-displayName' | 'createdAt' | '-createdAt';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Cursor of the next page; null at the end */
            after: string | null;
            users: components['schemas']['Account'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserBody'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            password: string | null;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            userId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_disable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_enable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_reset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            password: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_grant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_linkWorker: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkWorkerBody'];
      };
    };
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  users_unlinkWorker: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done, without content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  health_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  health_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
